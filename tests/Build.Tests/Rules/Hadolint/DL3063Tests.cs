using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3063Tests
{
    [Theory]
    [InlineData(1, "FROM a:1 AS scratch")]
    [InlineData(2, "FROM a:1\nFROM b:1 AS context\n")]
    public void A_reserved_name_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3063.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS b")]
    [InlineData("FROM scratch")]
    public void Another_name_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3063.Rule, dockerfile));
}
