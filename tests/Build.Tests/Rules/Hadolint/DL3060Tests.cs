using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3060Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nRUN yarn install\n")]
    [InlineData(1, "RUN yarn cache clean && yarn install")]
    [InlineData(1, "ONBUILD RUN yarn install")]
    [InlineData(2, "FROM a:1 AS b\nRUN yarn install\nFROM b\n")]
    public void A_kept_cache_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3060.Rule, dockerfile));

    [Theory]
    [InlineData("RUN yarn install && yarn cache clean")]
    [InlineData("RUN --mount=type=cache,target=/root/.cache/yarn yarn install")]
    [InlineData("FROM a:1 AS b\nRUN yarn install\nFROM c:1\n")]
    [InlineData("RUN yarn run x")]
    [InlineData("RUN yarn cache clean install")]
    public void A_removed_or_unused_cache_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3060.Rule, dockerfile));
}
