namespace Build.Tests.Rules.Docker;

public sealed class InvalidDefinitionDescriptionTests
{
    private const string On = "# check=experimental=InvalidDefinitionDescription\n";

    [Theory]
    [InlineData("# bar is the bar\nARG foo=bar\nFROM scratch", 3)]
    [InlineData("# BasE is the image\nFROM scratch AS base", 3)]
    [InlineData("FROM scratch AS base\n# a bad comment\nARG foo=1 bar=2", 4)]
    [InlineData("# base is the image\n# and more\nFROM scratch AS base", 4)]
    public void A_comment_that_describes_something_else_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("InvalidDefinitionDescription", On + dockerfile));

    [Theory]
    [InlineData("# foo is the foo\nARG foo=bar\nFROM scratch")]
    [InlineData("# base is the image\nFROM scratch AS base")]
    [InlineData("# base is the image\nFROM scratch AS Base")]
    [InlineData("# a comment\n\nFROM scratch AS base")]
    [InlineData("# a comment\n#\nFROM scratch AS base")]
    [InlineData("FROM scratch\n# a comment\nCOPY a /")]
    [InlineData("# a comment\nFROM scratch")]
    [InlineData("FROM scratch AS base")]
    public void A_description_and_a_comment_apart_are_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("InvalidDefinitionDescription", On + dockerfile));

    [Fact]
    public void It_is_off_unless_the_directive_turns_it_on() =>
        Assert.Empty(CheckBench.Lines("InvalidDefinitionDescription", "# bar is the bar\nARG foo=bar\nFROM scratch"));
}
