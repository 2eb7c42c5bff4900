using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Sarif;
using FsCheck.Xunit;

namespace Build.Tests.Reports.Sarif;

/// <summary>What code scanning reads: within its limits, and the same finding is recognised in the next run.</summary>
public sealed class SarifReportTests
{
    private static readonly JsonElement Log = Written(SampleReport.Create());

    [Property(MaxTest = 50)]
    public void Every_run_has_a_tool_and_a_category_of_its_own_and_every_result_its_rule_and_place(int seed)
    {
        var runs = Written(RandomReport.Create(seed)).GetProperty("runs").EnumerateArray().ToList();

        Assert.InRange(runs.Count, 1, SarifReport.MostRuns);
        Assert.Equal(runs.Count, runs.Select(run => Driver(run).GetProperty("name").GetString()).Distinct().Count());
        Assert.Equal(runs.Count, runs.Select(Category).Distinct().Count());
        foreach (var run in runs)
        {
            var rules = Driver(run).GetProperty("rules");
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
                Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
                var address = Artifact(result).GetProperty("uri").GetString()!;
                Assert.True(Uri.IsWellFormedUriString(address, UriKind.Relative), address);
                Assert.DoesNotMatch("^/|(^|/)\\.\\.(/|$)", address);
            }
        }
    }

    [Fact]
    public void A_file_of_the_repository_is_relative_to_it_and_one_of_the_image_to_the_image()
    {
        Assert.Equal(("Dockerfile", "SRCROOT", 7), Place(Result(0, 0)));
        Assert.Equal(("app/key.pem", "IMAGEROOT", 1), Place(Result(1, 0)));
        Assert.Equal(("claude-code-proxy", "IMAGEROOT", 1), Place(Result(2, 0)));
    }

    [Fact]
    public void A_suppressed_finding_carries_its_reason()
    {
        var suppression = Result(0, 1).GetProperty("suppressions")[0];

        Assert.Equal("accepted", suppression.GetProperty("status").GetString());
        Assert.Equal("the mirror keeps one version (Dockerfile:8, until 2027-01-31)", suppression.GetProperty("justification").GetString());
        Assert.False(Result(0, 0).TryGetProperty("suppressions", out _));
    }

    [Fact]
    public void A_result_has_the_hash_that_decides_identity_and_one_that_does_not_know_the_line()
    {
        Assert.Equal("0123456789abcdef:1", Result(0, 0).GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());
        var moved = SampleReport.Create();
        moved = moved with
        {
            Gates = [moved.Gates[0] with { Findings = [moved.Gates[0].Findings[0] with { Line = 99, Fingerprint = null }] }],
        };

        Assert.Equal(RuleAndPlace(Result(0, 0)), RuleAndPlace(Written(moved).GetProperty("runs")[0].GetProperty("results")[0]));

        static string? RuleAndPlace(JsonElement result) =>
            result.GetProperty("partialFingerprints").GetProperty("ruleAndPlace/v1").GetString();
    }

    [Fact]
    public void A_rule_says_how_to_fix_it()
    {
        var help = Rule(2, 0).GetProperty("help");

        Assert.Equal("Update curl to 99.0-1.", help.GetProperty("text").GetString());
        Assert.Contains("| curl | 7.88.1 | 99.0-1 |", help.GetProperty("markdown").GetString());
    }

    [Theory]
    [InlineData(Severity.Critical, 9.8, "9.8")]
    [InlineData(Severity.Critical, 5.0, "9.5")]
    [InlineData(Severity.High, 7.5, "7.5")]
    [InlineData(Severity.High, 9.8, "8.0")]
    [InlineData(Severity.Medium, null, "5.5")]
    [InlineData(Severity.Low, null, "2.0")]
    [InlineData(Severity.Info, 9.8, null)]
    public void The_score_never_means_another_severity(Severity severity, double? cvss, string? score)
    {
        var report = SampleReport.Create();
        var finding = report.Gates[2].Findings[0] with { Severity = severity, Cvss = cvss };

        var rule = Rules(Written(report with { Gates = [report.Gates[2] with { Findings = [finding] }] }), 0)[0];

        Assert.Equal(score, rule.GetProperty("properties").TryGetProperty("security-severity", out var said) ? said.GetString() : null);
    }

    [Fact]
    public void The_mildest_are_cut_at_the_limit_and_it_says_so()
    {
        var report = SampleReport.Create();
        var found = Enumerable.Range(0, SarifReport.MostResults + 5)
            .Select(index => new Finding { RuleId = "R", Severity = index < 5 ? Severity.Info : Severity.High, Message = "m" })
            .ToImmutableArray();

        var run = Written(report with { Gates = [report.Gates[0] with { Findings = found }] }).GetProperty("runs")[0];

        Assert.Equal(SarifReport.MostResults, run.GetProperty("results").GetArrayLength());
        Assert.DoesNotContain(run.GetProperty("results").EnumerateArray(), result => result.GetProperty("level").GetString() == "note");
        Assert.StartsWith(
            "5 of 25005 findings, the mildest, are not shown here.",
            run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(25005, run.GetProperty("properties").GetProperty("open").GetInt32());
    }

    [Fact]
    public void More_gates_than_a_file_holds_are_cut_from_the_best_and_it_says_so()
    {
        var gate = SampleReport.Create().Gates[0];
        var gates = Enumerable.Range(0, 30)
            .Select(index => gate with { Name = $"gate{index}", Verdict = index == 29 ? Verdict.Fail : Verdict.Pass });

        var runs = Written(SampleReport.Create() with { Gates = [.. gates] }).GetProperty("runs");

        Assert.Equal(SarifReport.MostRuns, runs.GetArrayLength());
        Assert.EndsWith("gate29/", Category(runs[0]), StringComparison.Ordinal);
        Assert.Contains("11 gates are not shown here", runs[19].ToString());
    }

    [Fact]
    public void The_page_of_the_repository_is_where_to_learn_more_and_the_commit_is_named()
    {
        var run = Log.GetProperty("runs")[0];

        Assert.Equal("https://example.test/owner/name", Driver(run).GetProperty("informationUri").GetString());
        Assert.Equal(new string('e', 40), run.GetProperty("versionControlProvenance")[0].GetProperty("revisionId").GetString());
    }

    private static JsonElement Written(ScanReport report) => JsonDocument.Parse(SarifReport.Write(report)).RootElement;

    private static JsonElement Result(int run, int result) => Log.GetProperty("runs")[run].GetProperty("results")[result];

    private static JsonElement Rule(int run, int rule) => Rules(Log, run)[rule];

    private static JsonElement Rules(JsonElement log, int run) => Driver(log.GetProperty("runs")[run]).GetProperty("rules");

    private static JsonElement Driver(JsonElement run) => run.GetProperty("tool").GetProperty("driver");

    private static string? Category(JsonElement run) => run.GetProperty("automationDetails").GetProperty("id").GetString();

    private static JsonElement Artifact(JsonElement result) => Physical(result).GetProperty("artifactLocation");

    private static JsonElement Physical(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static (string?, string?, int) Place(JsonElement result) => (
        Artifact(result).GetProperty("uri").GetString(),
        Artifact(result).GetProperty("uriBaseId").GetString(),
        Physical(result).GetProperty("region").GetProperty("startLine").GetInt32());
}
