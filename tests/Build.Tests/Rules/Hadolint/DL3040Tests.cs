using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3040Tests
{
    [Theory]
    [InlineData(1, "RUN dnf install -y a-1")]
    [InlineData(1, "RUN microdnf upgrade")]
    [InlineData(1, "RUN dnf clean all; dnf in -y a")]
    [InlineData(1, "RUN dnf install a && microdnf clean all")]
    public void A_kept_cache_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3040.Rule, dockerfile));

    [Theory]
    [InlineData("RUN dnf install -y a && dnf clean all")]
    [InlineData("RUN dnf in a && rm -rf /var/cache/libdnf5*")]
    [InlineData("RUN --mount=type=cache,target=/var/cache/libdnf5 dnf in a")]
    [InlineData("RUN dnf list")]
    public void A_removed_cache_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3040.Rule, dockerfile));
}
