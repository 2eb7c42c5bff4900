using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3036Tests
{
    [Theory]
    [InlineData(1, "RUN zypper install -y a=1")]
    [InlineData(1, "RUN zypper clean && zypper in -y a=1")]
    [InlineData(1, "ONBUILD RUN zypper in a")]
    public void A_kept_cache_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3036.Rule, dockerfile));

    [Theory]
    [InlineData("RUN zypper in -y a=1 && zypper clean")]
    [InlineData("RUN zypper in -y a=1 && zypper cc")]
    [InlineData("RUN --mount=type=cache,target=/var/cache/zypp zypper in -y a=1")]
    [InlineData("RUN zypper update")]
    public void A_removed_cache_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3036.Rule, dockerfile));
}
