using ContainerSecurity.Findings;

namespace Build.Tests.Findings;

public sealed class ScanReportTests
{
    [Theory]
    [InlineData(0, false, Verdict.Pass, Verdict.Pass)]
    [InlineData(0, false, Verdict.Pass, Verdict.Incomplete)]
    [InlineData(3, true, Verdict.Pass, Verdict.Incomplete)]
    [InlineData(1, true, Verdict.Incomplete, Verdict.Fail)]
    [InlineData(1, false, Verdict.Fail, Verdict.Pass)]
    [InlineData(2, false, Verdict.Fail, Verdict.Error)]
    [InlineData(2, true, Verdict.Error, Verdict.Incomplete)]
    public void The_highest_ranking_exit_code_wins(int exitCode, bool strict, params Verdict[] verdicts)
    {
        var report = new ScanReport([], [.. verdicts.Select(Gate)], strict);

        Assert.Equal(exitCode, report.ExitCode);
    }

    [Fact]
    public void A_report_without_a_gate_judged_nothing_and_is_an_error() =>
        Assert.Equal(2, new ScanReport([], [], Strict: false).ExitCode);

    private static GateResult Gate(Verdict verdict) => new() { Name = "gate", Engine = "test", Verdict = verdict };
}
