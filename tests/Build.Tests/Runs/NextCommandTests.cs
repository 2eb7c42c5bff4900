using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using ContainerSecurity.Tasks.Runs;

namespace Build.Tests.Runs;

/// <summary>What a report tells people to type is what they can paste.</summary>
public sealed class NextCommandTests
{
    [Theory]
    [InlineData("lint", "built-in", Verdict.Pass, null)]
    [InlineData("lint", "built-in", Verdict.Fail, "./build.sh --target=Lint --strict")]
    [InlineData("policy", "built-in", Verdict.Fail, "./build.sh --target=Verify --strict")]
    [InlineData("policy", "built-in", Verdict.Incomplete, "./build.sh --target=Verify --strict")]
    [InlineData("secrets", "trivy", Verdict.Fail, "./build.sh --target=Scan --strict")]
    [InlineData("vulnerabilities", "none", Verdict.Incomplete, "./build.sh --target=Tools")]
    [InlineData("sbom", "trivy", Verdict.Incomplete, "./build.sh --target=Tools")]
    public void A_gate_that_did_not_pass_has_a_next_command(string gate, string engine, Verdict verdict, string? next) => Assert.Equal(
        next, NextCommand.For(new GateResult { Name = gate, Engine = engine, Verdict = verdict }, "./build.sh --target=Scan --strict"));

    [Fact]
    public void A_run_without_a_target_gets_one() => Assert.Equal(
        "./build.sh --target=Lint", NextCommand.For(new GateResult { Name = "lint", Engine = "x", Verdict = Verdict.Fail }, "./build.sh"));

    [Theory]
    [InlineData("./build.sh --target=Scan --strict", "--target=Scan", "--strict", "--output=/tmp/x", "-v=diagnostic", "--baseline", "old.json")]
    [InlineData("./build.sh '--image=it'\\''s a name'", "--image=it's a name")]
    [InlineData("./build.sh '--trivy-server=https://***@host:1'", "--trivy-server=https://user:pass@host:1")]
    [InlineData("./build.sh")]
    public void The_command_repeats_the_run_without_secrets_and_without_where_results_go(string command, params string[] arguments) =>
        Assert.Equal(command, RepeatCommand.Of(arguments));
}
