using Build.Tests.Rules;

namespace Build.Tests.Gates.Evidence;

/// <summary>Tools follow symbolic links to what they run, so the reader does, but not out of the repository.</summary>
public sealed class LinkedConfigurationTests : IDisposable
{
    private const string Privileged = "services:\n  a:\n    privileged: true\n";
    private const string WriteAll = "on: push\npermissions: write-all\njobs: {a: {}}\n";

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("compose.yaml", "deploy/one.txt", "deploy/one.txt", Privileged, "CS2001 compose.yaml:3")]
    [InlineData("sub/compose.yaml", "../deploy/one.txt", "deploy/one.txt", Privileged, "CS2001 sub/compose.yaml:3")]
    [InlineData(".devcontainer/devcontainer.json", "../x.json", "x.json", "{\n\"privileged\": true}", "CS2001 .devcontainer/devcontainer.json:2")]
    [InlineData(".devcontainer", "conf", "conf/devcontainer.json", "{\n\"privileged\": true}", "CS2001 conf/devcontainer.json:2")]
    [InlineData("compose.yaml", "artifacts/compose.yaml", "artifacts/compose.yaml", Privileged, "CS2001 compose.yaml:3")]
    [InlineData(".github/workflows/ci.yml", "../../ci/a.txt", "ci/a.txt", WriteAll, "CS3005 .github/workflows/ci.yml:2")]
    [InlineData(".github/workflows", "../ci", "ci/a.yml", WriteAll, "CS3005 .github/workflows/a.yml:2")]
    [InlineData(".github", "ci", "ci/workflows/a.yml", WriteAll, "CS3005 .github/workflows/a.yml:2")]
    public void What_a_link_leads_to_is_judged_as_what_it_is_there(string link, string target, string file, string text, string found)
    {
        _bench.Write(file, text).Link(link, target);

        Assert.Equal([found], Found());
    }

    [Fact]
    public void A_link_to_a_link_and_an_absolute_one_into_the_repository_are_followed()
    {
        _bench.Write("d/z.txt", Privileged).Link("folder", "d").Link("y", "folder/z.txt").Link("compose.yaml", Path.Combine(_bench.Root, "y"));

        Assert.Equal(["CS2001 compose.yaml:3"], Found());
    }

    [Fact]
    public void A_linked_file_of_variables_names_compose_files_too()
    {
        _bench.Write("settings.txt", "COMPOSE_FILE=one.txt").Write("one.txt", Privileged).Link(".env", "settings.txt");

        Assert.Equal(["CS2001 one.txt:3"], Found());
    }

    [SkippableFact]
    public void A_pipe_does_not_keep_the_reader_waiting()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such files");
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(_bench.Root, "compose.yaml"));
        made.WaitForExit();

        Assert.Equal(0, made.ExitCode);
        Assert.Empty(Found());
    }

    [Fact]
    public void Build_output_and_gits_own_folder_are_not_walked_through_a_link()
    {
        _bench.Write("artifacts/compose.yaml", Privileged).Write(".git/compose.yaml", Privileged).Link("here", ".");

        Assert.Empty(Found());
    }

    [Fact]
    public void Folders_that_lead_to_each_other_end()
    {
        _bench.Write("a/x", "").Write("b/compose.yaml", Privileged).Link("a/b", "../b").Link("b/a", "../a").Link("b/here", ".");

        Assert.Equal(["CS2001 b/compose.yaml:3"], Found());
    }

    [Theory]
    [InlineData("compose.yaml", "/etc/hostname")]
    [InlineData("compose.yaml", "../../../../../../etc/hostname")]
    [InlineData("compose.yaml", "gone.yaml")]
    [InlineData("compose.yaml", "compose.yaml")]
    [InlineData("sub/docker-compose.yml", "sub/../../x")]
    [InlineData(".devcontainer/devcontainer.json", "/dev/zero")]
    [InlineData(".devcontainer.json", "gone")]
    [InlineData(".github/workflows/ci.yml", "/proc/self/environ")]
    [InlineData(".devcontainer", "/etc")]
    [InlineData(".github", "gone")]
    [InlineData(".github/workflows", "../../..")]
    [InlineData("tool/action.yml", "/etc/hostname")]
    public void A_link_that_leads_out_or_nowhere_is_a_finding(string link, string target)
    {
        _bench.Link(link, target);

        Assert.Equal([$"CS2000 {link}:1"], Found());
    }

    [Fact]
    public void Other_links_that_lead_out_are_no_finding()
    {
        _bench.Link("data", "/var/lib/data").Link("README.md", "gone");

        Assert.Empty(Found());
    }

    [Fact]
    public void A_file_that_is_named_is_not_read_outside_either_and_its_text_is_not_shown()
    {
        var outside = Directory.CreateTempSubdirectory("outside-");
        try
        {
            File.WriteAllText(Path.Combine(outside.FullName, "x.yml"), "- word-from-outside: [");
            _bench.Write("compose.yaml", "services:\n  a:\n    extends: {file: there/x.yml, service: b}\n").Link("there", outside.FullName);

            Assert.Equal(["CS2000 compose.yaml:3"], Found());
            Assert.DoesNotContain("word-from-outside", _bench.Read().Findings[0].ToString(), StringComparison.Ordinal);
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    private string[] Found() =>
        [.. _bench.Read().Findings.Select(finding => $"{finding.RuleId} {finding.File}:{finding.Line}").Order(StringComparer.Ordinal)];
}
