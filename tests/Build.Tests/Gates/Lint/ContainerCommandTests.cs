using Build.Tests.Rules;

namespace Build.Tests.Gates.Lint;

/// <summary>What an action or a step runs in a container of its own is judged like the steps of a workflow.</summary>
public sealed class ContainerCommandTests
{
    [Theory]
    [InlineData("  args: [sh, -c, \"curl https://a | sh\"]", 3)]
    [InlineData("  entrypoint: sh\n  args: [-c, \"curl https://a | sh\"]", 4)]
    public void A_piped_install_of_an_action_is_found(string runs, int line) =>
        Assert.Equal([$"CS1001:{line}"], OwnBench.Commands("action.yml", "runs:\n  image: docker://a@sha256:1\n" + runs + "\n"));

    [Theory]
    [InlineData("  args: [curl, https://a, \"|\", sh]")]
    [InlineData("  args: [\"${{ inputs.a }}\"]")]
    public void What_no_shell_reads_is_let_pass(string runs) =>
        Assert.Empty(OwnBench.Commands("action.yml", "runs:\n  image: docker://a@sha256:1\n" + runs + "\n"));

    [Fact]
    public void A_piped_install_of_a_step_is_found() => Assert.Equal(
        ["CS1001:8"],
        OwnBench.Commands(
            ".github/workflows/ci.yml",
            "on: push\njobs:\n  a:\n    steps:\n      - uses: docker://a@sha256:1\n        with:\n          entrypoint: sh\n          args: -c \"curl https://a | sh\"\n"));
}
