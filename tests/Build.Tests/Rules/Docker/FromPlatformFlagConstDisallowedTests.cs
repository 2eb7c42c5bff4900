namespace Build.Tests.Rules.Docker;

public sealed class FromPlatformFlagConstDisallowedTests
{
    [Theory]
    [InlineData("FROM --platform=linux/amd64 a:1", 1)]
    [InlineData("FROM --platform=linux/arm/v7 a:1 AS b", 1)]
    [InlineData("FROM --platform=x86_64 a:1", 1)]
    [InlineData("FROM --platform=windows a:1", 1)]
    public void A_fixed_platform_is_caught(string dockerfile, params int[] lines) =>
        Assert.Equal(lines, CheckBench.Lines("FromPlatformFlagConstDisallowed", dockerfile));

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1")]
    [InlineData("ARG P=linux/amd64\nFROM --platform=$P a:1")]
    [InlineData("FROM --platform=linux/amd64 a:1 AS build-amd64")]
    [InlineData("FROM --platform=linux/aarch64 a:1 AS arm64")]
    [InlineData("FROM --platform=linux/arm a:1 AS linux")]
    [InlineData("FROM --platform=toaster a:1")]
    [InlineData("FROM a:1")]
    public void A_variable_or_a_telling_name_is_let_pass(string dockerfile) =>
        Assert.Empty(CheckBench.Lines("FromPlatformFlagConstDisallowed", dockerfile));
}
