using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3061Tests
{
    [Theory]
    [InlineData(1, "RUN a\nFROM b:1\n")]
    [InlineData(2, "ARG A\nLABEL a=b\nFROM c:1\n")]
    [InlineData(1, "ONBUILD RUN a")]
    public void An_instruction_before_FROM_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3061.Rule, dockerfile));

    [Theory]
    [InlineData("ARG A\nFROM b:1\nRUN a\n")]
    [InlineData("# comment\nFROM b:1\n")]
    public void ARG_before_FROM_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3061.Rule, dockerfile));
}
