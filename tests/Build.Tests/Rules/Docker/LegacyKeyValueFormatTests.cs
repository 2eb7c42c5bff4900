namespace Build.Tests.Rules.Docker;

public sealed class LegacyKeyValueFormatTests
{
    [Theory]
    [InlineData("FROM a:1\nENV B c", 2)]
    [InlineData("FROM a:1\nLABEL b c=d", 2)]
    [InlineData("FROM a:1\nENV B  c d\nENV E f", 2, 3)]
    [InlineData("FROM a:1 AS x\nENV B c", 2)]
    public void A_blank_for_an_equals_sign_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("LegacyKeyValueFormat", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nENV B=c")]
    [InlineData("FROM a:1\nENV B=c D=e")]
    [InlineData("FROM a:1\nLABEL \"b c\"=d")]
    [InlineData("FROM a:1\nARG B")]
    public void An_equals_sign_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("LegacyKeyValueFormat", dockerfile));
}
