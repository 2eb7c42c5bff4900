namespace Build.Tests.Rules.Docker;

public sealed class ReservedStageNameTests
{
    [Theory]
    [InlineData("FROM a:1 AS scratch", 1)]
    [InlineData("FROM a:1 AS context", 1)]
    [InlineData("FROM a:1\nFROM a:1 AS Scratch", 2)]
    public void A_name_of_the_builder_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("ReservedStageName", dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS build")]
    [InlineData("FROM scratch")]
    [InlineData("FROM a:1 AS contexts")]
    public void Any_other_name_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("ReservedStageName", dockerfile));
}
