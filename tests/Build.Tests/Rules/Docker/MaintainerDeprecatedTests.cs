namespace Build.Tests.Rules.Docker;

public sealed class MaintainerDeprecatedTests
{
    [Theory]
    [InlineData("FROM a:1\nMAINTAINER b", 2)]
    [InlineData("FROM a:1\nmaintainer b", 2)]
    [InlineData("FROM a:1\nRUN b\nMAINTAINER c", 3)]
    public void MAINTAINER_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("MaintainerDeprecated", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nLABEL maintainer=b")]
    [InlineData("FROM a:1")]
    [InlineData("FROM a:1\nRUN maintainer b")]
    public void A_label_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("MaintainerDeprecated", dockerfile));
}
