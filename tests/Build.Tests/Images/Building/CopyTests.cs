using ContainerSecurity.Images.Building;

namespace Build.Tests.Images.Building;

public sealed class CopyTests : IDisposable
{
    private readonly StageBuild _build = new();

    public void Dispose() => _build.Dispose();

    private void Files(params string[] names)
    {
        foreach (var name in names)
            _build.Context.Write(name, name);
    }

    [Theory]
    [InlineData("COPY a.txt /b.txt", "/b.txt")]
    [InlineData("COPY a.txt /etc/", "/etc/ /etc/a.txt")]
    [InlineData("COPY a.txt .", "/a.txt")]
    [InlineData("COPY /a.txt ./x/../y", "/y")]
    [InlineData("COPY [\"a.txt\", \"/with blank/\"]", "/with blank/ /with blank/a.txt")]
    [InlineData("COPY tree /srv", "/srv/ /srv/deep/ /srv/deep/two.txt /srv/one.txt")]
    [InlineData("COPY tree/ /", "/deep/ /deep/two.txt /one.txt")]
    [InlineData("COPY a.txt tree/one.txt /x/", "/x/ /x/a.txt /x/one.txt")]
    [InlineData("COPY tr?e/*.txt /x/", "/x/ /x/one.txt")]
    [InlineData("COPY tree/* /x/", "/x/ /x/one.txt /x/two.txt")]
    [InlineData("COPY [a-b].txt /x", "/x")]
    [InlineData("COPY \"${MISSING:-a}.txt\" /x", "/x")]
    public void Sources_and_destination_mean_what_Docker_makes_of_them(string copy, string paths)
    {
        Files("a.txt", "tree/one.txt", "tree/deep/two.txt");

        Assert.Equal(
            paths.Replace("with blank", "with_blank", StringComparison.Ordinal).Split(' '),
            StageBuild.Paths(_build.Image(copy)).Select(path => path.Replace(' ', '_')));
    }

    [Fact]
    public void A_relative_destination_begins_at_the_working_directory()
    {
        Files("a.txt");

        Assert.Equal(
            ["/srv/", "/srv/a.txt", "/srv/data/", "/srv/data/a.txt"], StageBuild.Paths(_build.Image("WORKDIR /srv\nCOPY a.txt .\nCOPY a.txt data/")));
    }

    [Fact]
    public void A_file_goes_into_a_folder_that_is_already_there()
    {
        Files("a.txt", "tree/one.txt");

        Assert.Equal(["/srv/", "/srv/one.txt", "/srv/a.txt"], StageBuild.Paths(_build.Image("COPY tree /srv\nCOPY a.txt /srv")));
    }

    [Fact]
    public void Modes_are_two_and_owners_root_whatever_the_checkout_made_of_them()
    {
        _build.Context.Write("tool", "x", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _build.Context.Write("text", "x", UnixFileMode.UserRead | UnixFileMode.OtherWrite | UnixFileMode.GroupExecute);

        Assert.Equal([("/d", 0b111_101_101, 0, 0), ("/d/text", 0b110_100_100, 0, 0), ("/d/tool", 0b111_101_101, 0, 0)], Modes("COPY tool text /d/"));
    }

    [Fact]
    public void Mode_and_owner_can_be_given_as_numbers()
    {
        Files("a.txt");

        Assert.Equal([("/a", 0b100_000_000, 7, 7)], Modes("COPY --chmod=0400 --chown=7 a.txt /a"));
        Assert.Equal([("/a", 0b110_100_100, 7, 8)], Modes("ARG OWNER=7:8\nCOPY --chown=${OWNER} a.txt /a"));
    }

    [Theory]
    [InlineData("COPY --chown=nobody a.txt /a", "not numeric")]
    [InlineData("COPY --chmod=u+x a.txt /a", "not an octal mode")]
    public void Names_of_owners_and_symbolic_modes_are_findings(string copy, string why)
    {
        Files("a.txt");
        var finding = _build.Finding(copy);

        Assert.Equal(("CS1", 2), (finding.RuleId, finding.Line));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COPY missing /", "CS2", "`missing` is not in the build context")]
    [InlineData("COPY *.md /", "CS2", "nothing in the build context matches `*.md`")]
    [InlineData("COPY ../outside /", "CS2", "leads out of the build context")]
    [InlineData("COPY a.txt tree /x", "CS3", "2 sources need a folder")]
    [InlineData("COPY tree/* /x", "CS3", "sources need a folder")]
    [InlineData("COPY a.txt /../../x", "CS3", "leads out of the image")]
    [InlineData("COPY [a /", "CS3", "is not a pattern")]
    [InlineData("COPY link /", "CS3", "`link` is a symbolic link")]
    [InlineData("COPY linked /", "CS3", "`linked/link` is a symbolic link")]
    [InlineData("COPY folder-link/one.txt /", "CS2", "is not in the build context")]
    [InlineData("COPY a.txt /x\nCOPY tree /x", "CS3", "/x is already a file")]
    [InlineData("COPY a.txt /x\nCOPY a.txt /x/y", "CS3", "/x is already a file")]
    [InlineData("COPY ${NAME:?needed} /", "CS3", "NAME is not set: needed")]
    [InlineData("COPY ${NAME!x} /", "CS1", "does not know")]
    public void What_cannot_be_copied_is_a_finding_that_says_why(string lines, string rule, string why)
    {
        Files("a.txt", "tree/one.txt", "tree/two.txt");
        File.CreateSymbolicLink(_build.Context["link"], "a.txt");
        Directory.CreateDirectory(_build.Context["linked"]);
        File.CreateSymbolicLink(_build.Context["linked/link"], "/etc/passwd");
        Directory.CreateSymbolicLink(_build.Context["folder-link"], _build.Context["tree"]);

        var finding = _build.Finding(lines);

        Assert.Equal((rule, 1 + lines.Split('\n').Length), (finding.RuleId, finding.Line));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_dockerignore_excludes_is_a_finding_with_the_line_that_does()
    {
        Files("keys/server.key", "keys/readme");
        _build.Context.Write(".dockerignore", "# nothing secret\n*\n!keys/readme\n");

        var finding = _build.Finding("COPY keys/server.key /");

        Assert.Equal(("CS2", 2), (finding.RuleId, finding.Line));
        Assert.Contains("excluded from the build context by line 2 of .dockerignore", finding.Message, StringComparison.Ordinal);
        Assert.Contains("!keys/server.key", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_folder_only_what_is_not_excluded_is_copied()
    {
        Files("keys/server.key", "keys/readme", "keys/deep/secret", "other/x");
        _build.Context.Write(".dockerignore", "*\n!keys/readme\n");

        Assert.Equal(["/keys/", "/keys/readme"], StageBuild.Paths(_build.Image("COPY . /")));
        Assert.Equal(["/readme"], StageBuild.Paths(_build.Image("COPY k* /")));
    }

    [Fact]
    public void What_a_pattern_matches_comes_in_order_so_that_findings_do_too()
    {
        Files("b", "a", "c/x");
        var context = BuildContextFolder.Open(_build.Context.Path, _build.Context["artifacts"]);

        Assert.Equal(["a", "b", "c"], context.Match("*").Select(entry => entry.Path));
    }

    [Fact]
    public void Artifacts_are_taken_from_wherever_the_output_folder_is()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("proxy/linux-x64/proxy", "binary");
        var context = BuildContextFolder.Open(_build.Context.Path, elsewhere.Path);

        Assert.Equal(elsewhere["proxy/linux-x64/proxy"], context.Find("artifacts/proxy/linux-x64/proxy")!.File);
        Assert.Equal(["artifacts/proxy/linux-x64/proxy"], context.Match("artifacts/proxy/*/proxy").Select(entry => entry.Path));
        Assert.Equal(["artifacts"], context.Match("*").Select(entry => entry.Path));
    }

    private IEnumerable<(string, int, int, int)> Modes(string lines) =>
        _build.Image(lines).Layers.SelectMany(layer => layer.ReadEntries()).Select(entry => (entry.Path, entry.Mode, entry.Uid, entry.Gid));
}
