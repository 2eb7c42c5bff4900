using Build.Tests.Reports;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;
using ContainerSecurity.Reports.Sarif;

namespace Acceptance.Tests.Reports;

/// <summary>Microsoft's validator, which has the schema and the rules of the standard's authors, finds nothing to say.</summary>
public sealed class SarifToolTests(ReportTools tools) : IClassFixture<ReportTools>
{
    [SkippableFact]
    public async Task The_log_of_a_run_is_clean()
    {
        var said = await ValidateAsync(SampleReport.Create());

        Assert.True(!said.Contains("SARIF", StringComparison.Ordinal), said);
    }

    [SkippableFact]
    public async Task The_log_of_a_run_that_did_not_judge_is_valid() =>
        Assert.DoesNotContain("error SARIF", await ValidateAsync(ScanReport.CouldNotRun("x.tar is cut off")));

    [SkippableFact]
    public async Task Logs_of_any_shape_are_valid()
    {
        foreach (var seed in Enumerable.Range(1, 5))
            Assert.DoesNotContain("error SARIF", await ValidateAsync(RandomReport.Create(seed)));
    }

    [SkippableFact]
    public async Task The_validator_sees_what_is_wrong()
    {
        var file = tools.PathOf("wrong.sarif");
        await File.WriteAllTextAsync(file, """{ "version": "2.1.0", "runs": [ { "results": [ {} ] } ] }""");

        Assert.Contains("error", await RunAsync(file));
    }

    private async Task<string> ValidateAsync(ScanReport report)
    {
        var file = tools.PathOf("scan.sarif");
        await File.WriteAllBytesAsync(file, SarifReport.Write(report));
        return await RunAsync(file);
    }

    private async Task<string> RunAsync(string file)
    {
        var said = await new ToolRunner().RunAsync(
            new ToolCommand
            {
                Executable = tools.SarifMultitool,
                Arguments = ["validate", file],
                AcceptedExitCodes = [0, 1],
                Timeout = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None);
        Assert.Contains("1 files scanned", said.Output);
        return said.Output + said.ErrorOutput;
    }
}
