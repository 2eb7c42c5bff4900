using Build.Tests.Rules;
using Build.Tests.Tools.Hadolint;
using Build.Tests.Tools.ShellCheck;
using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Lint;

/// <summary>What ShellCheck adds to the lint gate, and what its absence takes away.</summary>
public sealed class ShellCheckGateTests
{
    private const string Two =
        """
        {"comments":[
        {"file":"0","line":10,"endLine":10,"column":6,"endColumn":8,"level":"info","code":2086,"message":"Double quote."},
        {"file":"0","line":10,"endLine":10,"column":1,"endColumn":2,"level":"warning","code":2164,"message":"Use cd || exit."}]}
        """;

    [Fact]
    public async Task One_finding_a_RUN_is_shown_the_last_as_Hadolint_does()
    {
        using var bench = new LintBench { ShellCheck = new ScriptedShellCheck(Two) };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN cd $A\n");

        var result = await bench.LintAsync();

        Assert.Equal(
            ("SC2086", Severity.Low, 2, 1),
            Assert.Single(Shell(result).Select(finding => (finding.RuleId, finding.Severity, finding.Line, finding.Column))));
        Assert.Equal("https://www.shellcheck.net/wiki/SC2086", Shell(result).Single().Help);
        Assert.Equal((Verdict.Fail, "ShellCheck 0.9.0"), (result.Verdict, result.EngineVersion));
    }

    [Theory]
    [InlineData("# hadolint ignore=SC2086\n", "ignored: []\n")]
    [InlineData("# hadolint global ignore=SC2086\n\n", "ignored: []\n")]
    [InlineData("", "ignored: [SC2086]\n")]
    public async Task Pragmas_and_configuration_hold_for_its_rules_too(string pragma, string configuration)
    {
        using var bench = new LintBench { ShellCheck = new ScriptedShellCheck(Two) };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\n{pragma}RUN tar $A\n");
        bench.Write("hadolint.yaml", configuration);

        var result = await bench.LintAsync();

        Assert.Equal((Verdict.Pass, 0), (result.Verdict, result.Findings.Length));
    }

    [Fact]
    public async Task An_override_changes_the_level()
    {
        using var bench = new LintBench { ShellCheck = new ScriptedShellCheck(Two) };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN tar $A\n");
        bench.Write("hadolint.yaml", "override: {error: [SC2086]}\n");

        Assert.Equal(Severity.High, Assert.Single((await bench.LintAsync()).Findings).Severity);
    }

    [Fact]
    public async Task Without_it_the_gate_is_incomplete_and_says_which_rules_did_not_run()
    {
        using var bench = new LintBench();
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN tar $A\n");

        var result = await bench.LintAsync();

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("(SC…) did not run", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_it_a_finding_still_fails()
    {
        using var bench = new LintBench();
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN sudo tar $A\n");

        Assert.Equal(Verdict.Fail, (await bench.LintAsync()).Verdict);
    }

    [Fact]
    public async Task A_Dockerfile_without_shell_lines_does_not_need_it()
    {
        using var bench = new LintBench();
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN [\"a\"]\n");

        Assert.Equal(Verdict.Pass, (await bench.LintAsync()).Verdict);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"comments":[]}""")]
    public async Task A_ShellCheck_that_breaks_costs_its_own_rules_and_no_pass_follows(string output)
    {
        using var bench = new LintBench { ShellCheck = new ScriptedShellCheck(output) };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN tar $A\n");

        var result = await bench.LintAsync();

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains(result.Notes, note => note.StartsWith("ShellCheck could not judge Dockerfile:2; it was given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_program_of_that_name_costs_its_own_rules_alone()
    {
        using var bench = new LintBench { ShellCheck = new ScriptedShellCheck(Two) { Version = "something else" } };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN sudo tar $A\n");

        var result = await bench.LintAsync();

        Assert.Contains(result.Findings, finding => finding.RuleId == "DL3004");
        Assert.Contains(result.Notes, note => note.StartsWith("ShellCheck's rules (SC…) did not run: The program", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_judges_the_files_that_Hadolint_cannot_read()
    {
        const string Blind = """[{"file":"./Dockerfile","line":2,"column":1,"code":"DL1000","level":"error","message":"unexpected '#'"}]""";
        using var bench = new LintBench { Hadolint = new RecordedHadolint(1, Blind), ShellCheck = new ScriptedShellCheck(Two) };
        bench.Write("Dockerfile", $"FROM debian:12{OwnBench.Digest}\nRUN tar $A\n");

        Assert.Equal("SC2086", Assert.Single((await bench.LintAsync()).Findings).RuleId);
    }

    private static IEnumerable<Finding> Shell(GateResult result) =>
        result.Findings.Where(finding => finding.RuleId.StartsWith("SC", StringComparison.Ordinal));
}
