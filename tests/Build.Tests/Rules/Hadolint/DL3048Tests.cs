using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3048Tests
{
    [Theory]
    [InlineData(1, "LABEL +=a")]
    [InlineData(1, "LABEL Name=a")]
    [InlineData(1, "LABEL a..b=c")]
    [InlineData(1, "LABEL a--b=c")]
    [InlineData(1, "LABEL a.=c")]
    [InlineData(1, "LABEL com.docker.x=c")]
    [InlineData(1, "LABEL \"a b\"=c")]
    [InlineData(1, "LABEL 1a=c")]
    public void A_malformed_key_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3048.Rule, dockerfile));

    [Theory]
    [InlineData("LABEL a=b")]
    [InlineData("LABEL org.opencontainers.image.title=\"x\"")]
    [InlineData("LABEL a-1.b2=c")]
    [InlineData("LABEL com.docker=c")]
    public void A_wellformed_key_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3048.Rule, dockerfile));
}
