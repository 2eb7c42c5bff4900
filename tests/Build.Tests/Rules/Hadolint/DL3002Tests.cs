using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3002Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nUSER root\n")]
    [InlineData(4, "FROM a:1\nUSER 1\nRUN a\nUSER 0:0\n")]
    [InlineData(2, "FROM a:1 AS x\nUSER root:x\nFROM b:1\nUSER 2\n")]
    public void A_stage_that_ends_as_root_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3002.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\n")]
    [InlineData("FROM a:1\nUSER root\nRUN a\nUSER 1000\n")]
    [InlineData("FROM a:1\nUSER rooted\n")]
    [InlineData("FROM a:1\nUSER \"root\"\n")]
    [InlineData("FROM a:1\nUSER root \n")]
    [InlineData("USER root\n")]
    public void A_stage_that_ends_as_somebody_else_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3002.Rule, dockerfile));
}
