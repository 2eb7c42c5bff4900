namespace Build.Tests.Rules.Docker;

public sealed class DuplicateStageNameTests
{
    [Theory]
    [InlineData("FROM a:1 AS x\nFROM b:1 AS x", 2)]
    [InlineData("FROM a:1 AS x\nFROM b:1 AS X", 2)]
    [InlineData("FROM a:1 AS x\nFROM b:1 AS x\nFROM c:1 AS x", 2, 3)]
    public void A_name_used_again_in_any_case_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("DuplicateStageName", dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS x\nFROM b:1 AS y")]
    [InlineData("FROM a:1\nFROM b:1")]
    [InlineData("FROM a:1 AS x\nFROM x")]
    public void Names_of_their_own_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("DuplicateStageName", dockerfile));
}
