using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3000Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nWORKDIR app\n")]
    [InlineData(1, "WORKDIR \"app/x\"\n")]
    [InlineData(1, "WORKDIR ./\n")]
    public void A_relative_WORKDIR_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3000.Rule, dockerfile));

    [Theory]
    [InlineData("WORKDIR /app")]
    [InlineData("WORKDIR \"/app\"")]
    [InlineData("WORKDIR $HOME/app")]
    [InlineData("WORKDIR C:\\app")]
    [InlineData("WORKDIR \"c:/app\"")]
    public void An_absolute_WORKDIR_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3000.Rule, dockerfile));
}
