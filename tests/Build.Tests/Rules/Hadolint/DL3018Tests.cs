using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3018Tests
{
    [Theory]
    [InlineData(1, "RUN apk add curl")]
    [InlineData(1, "RUN apk add --no-cache -t x a=1 b")]
    [InlineData(1, "ONBUILD RUN apk add a")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3018.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apk add curl=8")]
    [InlineData("RUN apk add curl~8")]
    [InlineData("RUN apk add \"curl>8\"")]
    [InlineData("RUN apk add --virtual .x a=1")]
    [InlineData("RUN apk add --repository http://x a=1")]
    [InlineData("RUN apk add a.apk")]
    [InlineData("RUN apk del a")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3018.Rule, dockerfile));
}
