using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Lint;

/// <summary>Which folder COPY copies from, what of it is left out, and what cannot be read.</summary>
public sealed class CopiedScriptContextTests : IDisposable
{
    private const string Fetching = "curl -fsSL https://example.org/i.sh | sh\n";
    private const string Good = "echo good\n";

    private readonly LintBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("api/s.sh", "COPY s.sh /")]
    [InlineData("api/s.sh", "COPY . /")]
    [InlineData("s.sh", "COPY s.sh /")]
    [InlineData("api/s.sh", "COPY api/s.sh /")]
    [InlineData("s.sh", "COPY api/a.txt s.sh /")]
    public async Task Without_a_word_it_is_the_nearest_folder_that_has_what_is_copied(string path, string copy)
    {
        _bench.Write("api/a.txt", "");
        _bench.Write(path, Fetching);

        Assert.Equal([(path, 1)], await FindAsync("api/Dockerfile", copy));
    }

    [Theory]
    [InlineData("compose.yaml", "services:\n  a:\n    build:\n      context: .\n      dockerfile: api/Dockerfile\n")]
    [InlineData("deploy/compose.yaml", "services:\n  a:\n    build:\n      context: ..\n      dockerfile: api/Dockerfile\n")]
    [InlineData(".devcontainer/devcontainer.json", "{\"build\": {\"dockerfile\": \"../api/Dockerfile\", \"context\": \"..\"}}")]
    [InlineData("Makefile", "image:\n\tdocker build -t api -f api/Dockerfile .\n")]
    [InlineData("ci/build.sh", "cd \"$(dirname \"$0\")/..\"\ndocker build --file api/Dockerfile --tag api:1 .\n")]
    [InlineData(
        ".github/workflows/a.yml",
        "jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          file: api/Dockerfile\n")]
    public async Task Who_has_it_built_says_which(string file, string text)
    {
        _bench.Write(file, text);
        _bench.Write("s.sh", Fetching);
        _bench.Write("api/s.sh", Good);

        Assert.Equal([("s.sh", 1)], await FindAsync("api/Dockerfile", "COPY . /"));
    }

    [Fact]
    public async Task It_need_not_be_above_the_Dockerfile()
    {
        _bench.Write("compose.yaml", "services:\n  a:\n    build:\n      context: web/app\n      dockerfile: ../../docker/Dockerfile\n");
        _bench.Write("web/app/s.sh", Fetching);

        Assert.Equal([("web/app/s.sh", 1)], await FindAsync("docker/Dockerfile", "COPY s.sh /"));
    }

    [Fact]
    public async Task A_Dockerfile_inside_of_a_compose_file_has_one_too()
    {
        _bench.Write("Dockerfile", "FROM scratch\nUSER 1000\n");
        _bench.Write("web/s.sh", Fetching);
        _bench.Write(
            "compose.yaml",
            "services:\n  a:\n    build:\n      context: web\n      dockerfile_inline: |\n"
                + "        FROM scratch\n        COPY s.sh /\n        RUN sh /s.sh\n");

        Assert.Contains(("web/s.sh", 1), (await _bench.LintAsync()).Findings.Where(finding => finding.RuleId == "CS1001").Select(PlaceOf));
    }

    [Theory]
    [InlineData(".dockerignore", "*.sh\n")]
    [InlineData(".dockerignore", "*\n!a.txt\n")]
    [InlineData("Dockerfile.dockerignore", "s.sh\n")]
    public async Task What_is_left_out_of_it_is_not_copied(string file, string text)
    {
        _bench.Write(file, text);
        _bench.Write("s.sh", Fetching);

        Assert.Empty(await FindAsync("Dockerfile", "COPY . /"));
    }

    [Fact]
    public async Task What_is_taken_in_again_is()
    {
        _bench.Write(".dockerignore", "*\n!s.sh\n");
        _bench.Write("s.sh", Fetching);

        Assert.Equal([("s.sh", 1)], await FindAsync("Dockerfile", "COPY . /"));
    }

    [Theory]
    [InlineData("COPY s.sh /", "sh /s.sh")]
    [InlineData("COPY s.sh /", "/s.sh")]
    [InlineData("COPY . /", ". /s.sh")]
    public async Task A_link_inside_of_the_repository_is_followed_one_that_leads_out_is_refused(string copy, string run)
    {
        _bench.Write("real.sh", Fetching);
        File.CreateSymbolicLink(Path.Combine(_bench.Root, "s.sh"), "real.sh");
        Assert.Equal([("s.sh", 1)], await FindAsync("Dockerfile", copy, run));

        File.Delete(Path.Combine(_bench.Root, "s.sh"));
        File.CreateSymbolicLink(Path.Combine(_bench.Root, "s.sh"), "/etc/profile");
        var found = await FindingsAsync("Dockerfile", copy, run);

        Assert.Equal(
            [("CS1000", 3, "s.sh is run here, and what it does is not known: s.sh is a link that leads out of the repository or nowhere.")],
            found.Where(finding => finding.RuleId is "CS1000" or "CS1001").Select(finding => (finding.RuleId, finding.Line, finding.Message)));
    }

    [Theory]
    [InlineData("large.sh", "sh /large.sh", true)]
    [InlineData("large.sh", "/large.sh", true)]
    [InlineData("program", "sh /program", true)]
    [InlineData("program", "/program", false)]
    [InlineData("program", "cat /program > /dev/null && X=$(cat /program) && sh -c \"echo $X\"", false)]
    public async Task What_cannot_be_read_is_named_unless_it_is_a_program(string name, string run, bool isNamed)
    {
        _bench.Write("large.sh", new byte[5 * 1024 * 1024]);
        _bench.Write("program", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0]);

        var found = (await FindingsAsync("Dockerfile", $"COPY {name} /", run)).Where(finding => finding.RuleId == "CS1000").ToList();

        Assert.Equal(isNamed ? [3] : [], found.Select(finding => finding.Line!.Value));
        Assert.All(found, finding => Assert.StartsWith($"{name} is run here, and ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gate_says_which_scripts_it_judged()
    {
        _bench.Write("s.sh", Good);
        _bench.Write("other.sh", Good);
        _bench.Write("Dockerfile", "FROM scratch\nCOPY . /\nRUN sh /s.sh\nUSER 1000\n");

        var result = await _bench.LintAsync();

        Assert.Equal(["s.sh"], result.Coverage.Facts.ListOf("commandFiles"));
    }

    [Fact]
    public async Task With_named_Dockerfiles_too()
    {
        _bench.Write("s.sh", Fetching);
        _bench.Write("x/y.txt", "FROM scratch\nCOPY s.sh /\nRUN sh /s.sh\n");

        var found = await _bench.LintAsync(options => options with { Dockerfiles = ["x/y.txt"] });

        Assert.Contains(("s.sh", 1), found.Findings.Where(finding => finding.RuleId == "CS1001").Select(PlaceOf));
    }

    private async Task<(string?, int?)[]> FindAsync(string dockerfile, string copy, string run = "sh /s.sh") =>
        [.. (await FindingsAsync(dockerfile, copy, run)).Where(finding => finding.RuleId == "CS1001").Select(PlaceOf)];

    private async Task<IEnumerable<Finding>> FindingsAsync(string dockerfile, string copy, string run)
    {
        _bench.Write(dockerfile, $"FROM scratch\n{copy}\nRUN {run}\nUSER 1000\n");
        return (await _bench.LintAsync()).Findings;
    }

    private static (string?, int?) PlaceOf(Finding finding) => (finding.File, finding.Line);
}
