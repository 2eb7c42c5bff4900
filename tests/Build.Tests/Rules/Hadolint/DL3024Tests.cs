using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3024Tests
{
    [Theory]
    [InlineData(2, "FROM a:1 AS b\nFROM c:1 AS b\n")]
    [InlineData(3, "FROM a:1 AS x\nFROM c:1 AS y\nFROM d:1 AS x\n")]
    public void A_repeated_name_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3024.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS b\nFROM a:1 AS c\n")]
    [InlineData("FROM a:1\nFROM a:1\n")]
    public void Different_names_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3024.Rule, dockerfile));
}
