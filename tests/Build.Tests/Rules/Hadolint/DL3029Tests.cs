using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3029Tests
{
    [Theory]
    [InlineData(1, "FROM --platform=linux/amd64 a:1")]
    [InlineData(1, "FROM --platform=$OTHER a:1")]
    public void A_fixed_platform_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3029.Rule, dockerfile));

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1")]
    [InlineData("FROM --platform=${TARGETPLATFORM} a:1")]
    [InlineData("FROM a:1")]
    public void A_platform_of_the_build_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3029.Rule, dockerfile));
}
