using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3019Tests
{
    [Theory]
    [InlineData(1, "RUN apk add a=1")]
    [InlineData(1, "RUN apk update && apk add a=1")]
    [InlineData(1, "RUN --mount=type=bind,target=/var/cache/apk apk add a=1")]
    public void A_kept_package_index_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3019.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apk add --no-cache a=1")]
    [InlineData("RUN apk --no-cache add a=1")]
    [InlineData("RUN --mount=type=cache,target=/var/cache/apk apk add a=1")]
    [InlineData("RUN apk del a")]
    public void No_package_index_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3019.Rule, dockerfile));
}
