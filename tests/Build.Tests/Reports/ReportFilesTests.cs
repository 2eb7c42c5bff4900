using System.Text.Json;
using Build.Tests.Images;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Reports;

namespace Build.Tests.Reports;

/// <summary>What lies in the reports folder is of the last run, whatever became of it.</summary>
public sealed class ReportFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BuildPaths _paths;

    public ReportFilesTests()
    {
        _paths = new BuildPaths(_folder.Path, Path.Combine(_folder.Path, "out"), _folder.Path);
        ReportFiles.Write(new ScanReport([], [new GateResult { Name = "lint", Engine = "built-in", Verdict = Verdict.Pass }], false), _paths.Reports);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_without_a_verdict_says_error_and_why_in_every_report()
    {
        ReportFiles.Write(ScanReport.CouldNotRun("x.tar is cut off"), _paths.Reports);

        AssertError("x.tar is cut off");
    }

    [Theory]
    [InlineData("--output=FOLDER")]
    [InlineData("--output FOLDER")]
    [InlineData("--output=elsewhere --output=FOLDER")]
    public void Bad_arguments_replace_the_report_in_the_folder_that_they_name(string arguments)
    {
        string[] given = [.. arguments.Split(' ').Select(word => word.Replace("FOLDER", _paths.Output, StringComparison.Ordinal))];

        UnfinishedRun.Report(_paths with { Output = Path.Combine(_folder.Path, "default") }, given, "--foo: there is no such option.");

        AssertError("--foo: there is no such option.");
    }

    [Fact]
    public void A_run_that_its_host_has_ended_says_why()
    {
        var run = new BuildRun(new BuildOptions { Rids = ["linux-x64"], Output = _paths.Output }, _paths, CancellationToken.None);
        (run.State.Judges, run.State.Failure) = (true, "the image cannot be read");

        UnfinishedRun.Report(run);

        AssertError("the image cannot be read");
    }

    [Fact]
    public void A_target_that_judges_nothing_leaves_the_reports_alone()
    {
        var run = new BuildRun(new BuildOptions { Rids = ["linux-x64"], Output = _paths.Output }, _paths, CancellationToken.None);
        run.State.Judges = false;

        UnfinishedRun.Report(run);

        Assert.True(File.Exists(Path.Combine(_paths.Reports, "hadolint.json")));
    }

    [Fact]
    public void A_lint_gate_that_could_not_run_leaves_no_empty_list_of_findings()
    {
        ReportFiles.Write(new ScanReport([], [GateResult.CouldNotRun("lint", "no")], false), _paths.Reports);

        Assert.False(File.Exists(Path.Combine(_paths.Reports, "hadolint.json")));
    }

    private void AssertError(string why)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_paths.Reports, "scan.json")));
        Assert.Equal("error", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(why, json.RootElement.GetProperty("error").GetString());
        Assert.Equal($"# Scan: error\n\nNothing was judged: {why}\n", File.ReadAllText(Path.Combine(_paths.Reports, "scan.md")));
        Assert.False(File.Exists(Path.Combine(_paths.Reports, "hadolint.json")));
        foreach (var report in new[] { "scan.sarif", "junit.xml", "index.html" })
            Assert.Contains(why, File.ReadAllText(Path.Combine(_paths.Reports, report)));
    }
}
