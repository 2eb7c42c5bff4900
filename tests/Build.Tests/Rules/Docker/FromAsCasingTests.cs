namespace Build.Tests.Rules.Docker;

public sealed class FromAsCasingTests
{
    [Theory]
    [InlineData("FROM a:1 as b", 1)]
    [InlineData("from a:1 AS b", 1)]
    [InlineData("FROM a:1 As b", 1)]
    public void An_AS_in_another_case_than_its_FROM_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("FromAsCasing", dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS b")]
    [InlineData("from a:1 as b")]
    [InlineData("From a:1 as b")]
    [InlineData("FROM a:1")]
    public void The_same_case_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("FromAsCasing", dockerfile));
}
