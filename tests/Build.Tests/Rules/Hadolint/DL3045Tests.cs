using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3045Tests
{
    [Theory]
    [InlineData(1, "COPY a b")]
    [InlineData(2, "FROM a:1\nCOPY a ./\n")]
    [InlineData(4, "FROM a:1 AS b\nWORKDIR /x\nFROM c:1\nCOPY a b\n")]
    [InlineData(1, "COPY a \"b/c\"")]
    public void A_relative_destination_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3045.Rule, dockerfile));

    [Theory]
    [InlineData("COPY a /b")]
    [InlineData("COPY a \"/b\"")]
    [InlineData("COPY a $B")]
    [InlineData("COPY a C:\\b")]
    [InlineData("FROM a:1\nWORKDIR /x\nCOPY a b\n")]
    [InlineData("FROM a:1 AS b\nWORKDIR /x\nFROM b\nCOPY a c\n")]
    public void An_absolute_or_based_destination_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3045.Rule, dockerfile));
}
