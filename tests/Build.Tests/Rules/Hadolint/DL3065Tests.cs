using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3065Tests
{
    [Theory]
    [InlineData(1, "FROM --platform=$TARGETPLATFORM a:1")]
    [InlineData(1, "FROM --platform=${TARGETPLATFORM} a:1")]
    public void The_platform_of_the_target_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3065.Rule, dockerfile));

    [Theory]
    [InlineData("FROM --platform=$BUILDPLATFORM a:1")]
    [InlineData("FROM a:1")]
    public void Another_platform_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3065.Rule, dockerfile));
}
