using Build.Tests.Gates.Lint;
using Build.Tests.Rules;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;

namespace Build.Tests.Tools.Hadolint;

/// <summary>What the lint gate makes of runs of Hadolint 2.15.1, as they were recorded.</summary>
public sealed class HadolintEngineTests
{
    private const string TwoFindings =
        """
        [{"code":"DL4000","column":1,"file":"./Dockerfile","level":"error","line":2,"message":"MAINTAINER is deprecated"},{"code":"DL3009","column":1,"file":"./Dockerfile","level":"info","line":3,"message":"Delete the apt lists (/var/lib/apt/lists) after installing something"}]
        """;

    private const string ConfigurationComplaint =
        """
        "Error parsing your config file in  'hadolint.yaml':\nIt should contain one of the keys 'override', 'ignored'\nor 'trustedRegistries'. For example:\n\nignored:\n"
        """;

    [Fact]
    public async Task Its_findings_are_reported_with_the_repositorys_paths()
    {
        var result = await JudgeAsync($"FROM debian:12{OwnBench.Digest}\nMAINTAINER x\nRUN apt-get update\n", new RecordedHadolint(1, TwoFindings));

        Assert.Equal(("hadolint", "2.15.1", Verdict.Fail), (result.Engine, result.EngineVersion, result.Verdict));
        Assert.Equal([("DL4000", Severity.High, "Dockerfile", 2), ("DL3009", Severity.Low, "Dockerfile", 3)],
            result.Findings.Select(finding => (finding.RuleId, finding.Severity, finding.File!, finding.Line!.Value)));
    }

    [Fact]
    public async Task The_exit_code_decides_nothing()
    {
        // HADOLINT_NOFAIL=1 and a threshold make Hadolint end with 0 whatever it found.
        var result = await JudgeAsync($"FROM debian:12{OwnBench.Digest}\nMAINTAINER x\nRUN apt-get update\n", new RecordedHadolint(0, TwoFindings));

        Assert.Equal(Verdict.Fail, result.Verdict);
    }

    [Fact]
    public async Task It_gets_JSON_as_its_only_format_and_a_configuration_that_the_suite_wrote()
    {
        var hadolint = new RecordedHadolint(0, "[]");
        await JudgeAsync($"FROM debian:12{OwnBench.Digest}\nUSER 1\n", hadolint,
            "format: codacy\nno-fail: true\nfailure-threshold: none\nignored: [DL3008, SC2046]\noverride:\n  error: [DL3059]\ntrustedRegistries: "
            + "mcr.microsoft.com\nlabel-schema:\n  \"a b\": semver\n");

        var arguments = hadolint.Command!.Arguments;
        Assert.Equal(["--no-color", "--config", arguments[2], "--format", "json", "./Dockerfile"], arguments.ToArray());
        Assert.Equal([0, 1], hadolint.Command.AcceptedExitCodes.ToArray());
        Assert.Equal(
            """
            strict-labels: false
            disable-ignore-pragma: false
            ignored:
            - "DL3008"
            - "SC2046"
            trustedRegistries:
            - "mcr.microsoft.com"
            override:
              error:
              - "DL3059"
            label-schema:
              "a b": semver

            """,
            hadolint.Configuration);
    }

    [Theory]
    [InlineData(0, "{\"filename\":\"Dockerfile\",\"line\":2,\"message\":\"MAINTAINER is deprecated\",\"patternId\":\"DL4000\"}", "")]
    [InlineData(1, "Please provide a Dockerfile\n", "")]
    [InlineData(1, "[", "")]
    [InlineData(1, "", "hadolint: Dockerfile: withBinaryFile: does not exist (No such file or directory)\nHasCallStack backtrace:\n")]
    [InlineData(1, TwoFindings, ConfigurationComplaint)]
    [InlineData(0, "[]", ConfigurationComplaint)]
    [InlineData(1, "[]", "")]
    [InlineData(0, "[{\"code\":\"DL4000\",\"column\":1,\"file\":\"Dockerfile\",\"level\":\"fatal\",\"line\":2,\"message\":\"x\"}]", "")]
    [InlineData(0, "[{\"code\":\"DL4000\",\"file\":\"Dockerfile\",\"level\":\"error\",\"message\":\"x\"}]", "")]
    public async Task What_is_no_trustworthy_report_is_an_error(int exit, string output, string errorOutput)
    {
        var result = await JudgeAsync($"FROM debian:12{OwnBench.Digest}\n", new RecordedHadolint(exit, output, errorOutput));

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("Hadolint", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_than_the_pinned_one_is_an_error()
    {
        var result = await JudgeAsync(
            $"FROM debian:12{OwnBench.Digest}\n", new RecordedHadolint(0, "[]") { Version = "Haskell Dockerfile Linter 2.12.0\n" });

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("2.12.0", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_only_Hadolint_cannot_read_is_judged_by_the_built_in_rules()
    {
        const string Blind =
            """
            [{"code":"DL1000","column":1,"file":"./Dockerfile","level":"error","line":5,"message":"unexpected '#'\nexpecting a new line followed by the next instruction"}]
            """;

        var result = await JudgeAsync(
            $"FROM debian:bookworm{OwnBench.Digest}\nRUN <<EOF\nsudo id\nEOF\n# comment\nUSER 1\n", new RecordedHadolint(1, Blind));

        Assert.Equal(("DL3004", 2), (Assert.Single(result.Findings).RuleId, result.Findings[0].Line));
        Assert.Contains(result.Notes, note => note.StartsWith("Hadolint cannot read Dockerfile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_nobody_can_read_fails_with_DL1000()
    {
        const string Broken =
            """
            [{"code":"DL1000","column":1,"file":"./Dockerfile","level":"error","line":2,"message":"unexpected 'F'\nexpecting '#', ADD"}]
            """;

        var result = await JudgeAsync("FROM debian:bookworm\nFOO bar\n", new RecordedHadolint(1, Broken));

        Assert.Equal(("DL1000", 2), (Assert.Single(result.Findings).RuleId, result.Findings[0].Line));
        Assert.Equal(Verdict.Fail, result.Verdict);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("FROM debian:12\nCOPY --user=1 a /b\n", 2)]
    public async Task What_Hadolint_accepts_and_no_builder_does_fails_with_DL1000(string text, int line)
    {
        var result = await JudgeAsync(text, new RecordedHadolint(0, "[]"));

        Assert.Equal(("DL1000", line), (Assert.Single(result.Findings).RuleId, result.Findings[0].Line));
        Assert.Equal(Verdict.Fail, result.Verdict);
    }

    [Fact]
    public async Task The_built_in_engine_can_be_asked_for_though_Hadolint_is_there()
    {
        using var bench = new LintBench { Hadolint = new RecordedHadolint(1, "rubbish") };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\n");

        var result = await bench.LintAsync(options => options with { LintEngine = LintEngine.BuiltIn });

        Assert.Equal(("built-in", Verdict.Pass), (result.Engine, result.Verdict));
    }

    private static async Task<GateResult> JudgeAsync(string dockerfile, IToolRunner hadolint, string configuration = "ignored: []\n")
    {
        using var bench = new LintBench { Hadolint = hadolint };
        bench.Write("Dockerfile", dockerfile);
        bench.Write("hadolint.yaml", configuration);
        return await bench.LintAsync();
    }
}
