namespace Build.Tests.Rules.Docker;

public sealed class UndefinedArgInFromTests
{
    [Theory]
    [InlineData("FROM a:${V:-1}", 1)]
    [InlineData("ARG V=1\nFROM a:$W", 2)]
    [InlineData("FROM --platform=$P a:1", 1)]
    [InlineData("FROM a:1\nARG V=1\nFROM b:$V", 3)]
    [InlineData("FROM $A/$B", 1, 1)]
    public void A_variable_that_no_ARG_declares_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("UndefinedArgInFrom", dockerfile));

    [Theory]
    [InlineData("ARG V=1\nFROM a:$V")]
    [InlineData("ARG V\nFROM a:${V:-1}")]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1")]
    [InlineData("FROM a:$TARGETARCH")]
    public void A_declared_one_and_those_of_the_builder_is_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("UndefinedArgInFrom", dockerfile));
}
