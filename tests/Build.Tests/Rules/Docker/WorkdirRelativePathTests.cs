namespace Build.Tests.Rules.Docker;

public sealed class WorkdirRelativePathTests
{
    [Theory]
    [InlineData("FROM a:1\nWORKDIR b", 2)]
    [InlineData("FROM a:1\nRUN c\nWORKDIR ./b", 3)]
    [InlineData("FROM a:1\nWORKDIR b\nFROM a:1\nWORKDIR c", 2, 4)]
    [InlineData("FROM a:1\nWORKDIR $B", 2)]
    [InlineData("FROM a:1\nWORKDIR c:/b", 2)]
    public void A_first_WORKDIR_that_is_relative_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("WorkdirRelativePath", dockerfile));

    [Theory]
    [InlineData("FROM a:1\nWORKDIR /b\nWORKDIR c")]
    [InlineData("FROM a:1 AS x\nWORKDIR /b\nFROM x\nWORKDIR c")]
    [InlineData("FROM a:1\nENV B=/b\nWORKDIR $B")]
    [InlineData("FROM --platform=windows/amd64 a:1\nWORKDIR c:/b")]
    [InlineData("FROM --platform=windows/amd64 a:1\nWORKDIR \\\\b")]
    public void An_absolute_one_and_what_follows_it_is_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("WorkdirRelativePath", dockerfile));
}
