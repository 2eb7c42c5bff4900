namespace Build.Tests.Rules.Docker;

public sealed class RedundantTargetPlatformTests
{
    [Theory]
    [InlineData("FROM --platform=$TARGETPLATFORM a:1", 1)]
    [InlineData("FROM --platform=${TARGETPLATFORM} a:1 AS b", 1)]
    [InlineData("FROM a:1\nFROM --platform=$TARGETPLATFORM a:1", 2)]
    public void The_default_written_out_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("RedundantTargetPlatform", dockerfile));

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1")]
    [InlineData("FROM a:1")]
    [InlineData("FROM --platform=$TARGETOS/$TARGETARCH a:1")]
    [InlineData("FROM --platform=linux/amd64 a:1")]
    public void Another_platform_is_let_pass(string dockerfile) => Assert.Empty(CheckBench.Lines("RedundantTargetPlatform", dockerfile));
}
