using Build.Tests.Rules;
using Build.Tests.Tools.Hadolint;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Gates.Lint;

public sealed class LintGateTests : IDisposable
{
    private readonly LintBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_clean_Dockerfile_passes_and_the_coverage_says_what_was_read()
    {
        _bench.Write("Dockerfile", "FROM scratch\nCOPY a /a\nUSER 1000\n");

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Equal("built-in", result.Engine);
        Assert.Equal(["Dockerfile"], result.Coverage.Facts.ListOf("files"));
        Assert.Equal(3L, result.Coverage.Facts.CountOf("instructions"));
        Assert.Equal((long)HadolintRules.All.Length, result.Coverage.Facts.CountOf("rules"));
        Assert.Contains("Hadolint is not available here", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_fails_naming_rule_file_and_line()
    {
        _bench.Write(".devcontainer/Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN sudo id\n");

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("DL3004", Severity.High, ".devcontainer/Dockerfile", 2), (finding.RuleId, finding.Severity, finding.File, finding.Line));
        Assert.Contains("DL3004", finding.Help, StringComparison.Ordinal);
        Assert.StartsWith("1 of 1 findings fail", result.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a:1\nFOO b\n", 2)]
    [InlineData("", 1)]
    [InlineData("# nothing\n", 1)]
    public async Task A_syntax_error_fails_with_DL1000_whatever_the_configuration_says(string text, int line)
    {
        _bench.Write("Dockerfile", text);
        _bench.Write("hadolint.yaml", "no-fail: true\nignored: [DL1000]\n");

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(("DL1000", line), (Assert.Single(result.Findings).RuleId, result.Findings[0].Line));
    }

    [Fact]
    public async Task What_no_builder_accepts_is_linted_and_fails_under_a_code_of_its_own()
    {
        _bench.Write("Dockerfile", $"FROM a:1{OwnBench.Digest}\nONBUILD FROM b:1\n");

        var result = await _bench.LintAsync();

        Assert.Equal(["CS1000", "DL3043"], result.Findings.Select(finding => finding.RuleId));
        Assert.Equal(Verdict.Fail, result.Verdict);
    }

    [Theory]
    [InlineData("error", false)]
    [InlineData("warning", true)]
    [InlineData("info", true)]
    [InlineData("none", true)]
    public async Task The_threshold_alone_decides(string threshold, bool fails)
    {
        _bench.Write("Dockerfile", "FROM debian:latest\n");
        _bench.Write("hadolint.yaml", $"ignored: [CS1003]\nfailure-threshold: {threshold}\n");

        var result = await _bench.LintAsync(options => options with { FailOn = Severity.Critical });

        Assert.Equal(fails ? Verdict.Fail : Verdict.Pass, result.Verdict);
        Assert.Equal(Severity.Medium, Assert.Single(result.Findings).Severity);
    }

    [Theory]
    [InlineData("no-fail: true\n")]
    [InlineData("failure-threshold: error\n")]
    public async Task A_repository_that_lets_warnings_through_passes_with_a_note_and_is_incomplete_when_strict(string configuration)
    {
        _bench.Write("Dockerfile", "FROM debian:latest\n");
        _bench.Write("hadolint.yaml", configuration);

        var relaxed = await _bench.LintAsync();
        var strict = await _bench.LintAsync(options => options with { Strict = true });

        Assert.Equal((Verdict.Pass, Verdict.Incomplete), (relaxed.Verdict, strict.Verdict));
        Assert.Contains("hadolint.yaml", relaxed.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_Dockerfile_at_all_is_an_error()
    {
        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("no Dockerfile", result.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ignored: [DL3008\n", "hadolint.yaml:")]
    [InlineData("ignore: [DL3008]\n", "hadolint.yaml:1: `ignore`")]
    public async Task A_configuration_that_cannot_be_read_is_an_error_that_names_it(string configuration, string said)
    {
        _bench.Write("Dockerfile", "FROM a:1\n");
        _bench.Write("hadolint.yaml", configuration);

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(said, result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_given_by_option_must_be_there()
    {
        _bench.Write("Dockerfile", "FROM a:1\n");

        var result = await _bench.LintAsync(options => options with { HadolintConfig = "other.yaml" });

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("other.yaml", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_configuration_is_read_like_Hadolint_does()
    {
        _bench.Write("Dockerfile", "FROM debian\n");
        _bench.Write(".hadolint.yml", "ignored: [DL3006, CS1003]\n");

        Assert.Equal(Verdict.Pass, (await _bench.LintAsync()).Verdict);
    }

    [Fact]
    public async Task Hadolint_asked_for_by_option_and_not_to_be_had_is_an_error()
    {
        _bench.Write("Dockerfile", "FROM a:1\n");

        var result = await _bench.LintAsync(options => options with { LintEngine = LintEngine.Hadolint });

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("--lint-engine=hadolint", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflows_and_devcontainers_are_judged_by_the_own_rules_and_named_in_the_coverage()
    {
        _bench.Write("Dockerfile", "FROM scratch\nUSER 1000\n");
        _bench.Write(".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: curl https://a | sh\n");
        _bench.Write(".devcontainer/devcontainer.json", "{\"postCreateCommand\": \"true\"}");

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("CS1001", ".github/workflows/ci.yml", 4), (finding.RuleId, finding.File, finding.Line));
        Assert.Equal([".devcontainer/devcontainer.json", ".github/workflows/ci.yml"], result.Coverage.Facts.ListOf("commandFiles"));
    }

    [Theory]
    [InlineData("action.yml", "a: [\n")]
    [InlineData(".devcontainer.json", "{\n")]
    public async Task A_file_whose_commands_cannot_be_read_fails(string path, string text)
    {
        _bench.Write("Dockerfile", "FROM scratch\nUSER 1000\n");
        _bench.Write(path, text);

        var result = await _bench.LintAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(("CS1000", path), (Assert.Single(result.Findings).RuleId, result.Findings[0].File));
    }

    [Fact]
    public async Task A_workflow_that_is_a_link_out_of_the_repository_fails_unread()
    {
        _bench.Write("Dockerfile", "FROM scratch\nUSER 1000\n");
        Directory.CreateDirectory(Path.Combine(_bench.Root, ".github/workflows"));
        File.CreateSymbolicLink(Path.Combine(_bench.Root, ".github/workflows/ci.yml"), "/proc/self/environ");

        var finding = Assert.Single((await _bench.LintAsync()).Findings);

        Assert.Equal(
            ("CS1000", "The file's commands cannot be judged: .github/workflows/ci.yml is a link that leads out of the repository or nowhere."),
            (finding.RuleId, finding.Message));
    }

    [Fact]
    public async Task Who_names_a_Dockerfile_has_that_one_judged_and_nothing_else()
    {
        _bench.Write("Dockerfile", "FROM scratch\nUSER 1000\n");
        _bench.Write("action.yml", "a: [\n");

        Assert.Equal(Verdict.Pass, (await _bench.LintAsync(options => options with { Dockerfiles = ["Dockerfile"] })).Verdict);
    }

    [Fact]
    public async Task The_own_rules_judge_beside_Hadolint_too()
    {
        using var bench = new LintBench { Hadolint = new RecordedHadolint(0, "[]") };
        bench.Write("Dockerfile", "FROM debian:12\n# hadolint ignore=CS1009\nRUN [\"chmod\", \"777\", \"/a\"]\n");

        var result = await bench.LintAsync();

        Assert.Equal("hadolint", result.Engine);
        Assert.Equal("CS1003", Assert.Single(result.Findings).RuleId);
    }

    [Theory]
    [InlineData("ignored: []\n")]
    [InlineData("no-fail: true\n")]
    public async Task What_the_builder_did_not_execute_fails_the_gate_whatever_the_threshold(string configuration)
    {
        using var bench = new LintBench();
        bench.Write("hadolint.yaml", configuration);
        bench.Write("Dockerfile", "FROM scratch\nUSER 1\n");
        var refused = new Finding { RuleId = "CS1", Severity = Severity.High, Message = "VOLUME is not executed", File = "Dockerfile", Line = 2 };
        bench.BuilderFindings = [refused];

        var result = await bench.LintAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(refused with { Blocks = true }, result.Findings);
    }
}
