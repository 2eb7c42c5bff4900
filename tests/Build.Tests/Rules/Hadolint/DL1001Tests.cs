using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL1001Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\n# hadolint ignore=DL3008\nRUN a\n")]
    [InlineData(1, "#hadolint ignore = DL3008 , SC2046 # why\nFROM a:1\n")]
    public void An_inline_pragma_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL1001.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\n# hadolint\nRUN a\n")]
    [InlineData("FROM a:1\n# hadolint global ignore=DL3008\nRUN a\n")]
    [InlineData("FROM a:1\nRUN a \\\n# hadolint ignore=DL3008\n  b\n")]
    public void Other_comments_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL1001.Rule, dockerfile));
}
