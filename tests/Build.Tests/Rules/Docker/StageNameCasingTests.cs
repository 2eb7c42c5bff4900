namespace Build.Tests.Rules.Docker;

public sealed class StageNameCasingTests
{
    [Theory]
    [InlineData("FROM a:1 AS Build", 1)]
    [InlineData("FROM a:1\nFROM b:1 as BUILD", 2)]
    [InlineData("FROM a:1 AS X\nFROM a:1 AS Y", 1, 2)]
    public void A_name_with_capitals_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("StageNameCasing", dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS build")]
    [InlineData("FROM a:1 AS build-2")]
    [InlineData("FROM a:1")]
    public void A_name_in_lower_case_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("StageNameCasing", dockerfile));
}
