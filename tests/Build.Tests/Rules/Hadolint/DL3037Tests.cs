using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3037Tests
{
    [Theory]
    [InlineData(1, "RUN zypper install -y a")]
    [InlineData(1, "RUN zypper in a=1 b")]
    [InlineData(1, "ONBUILD RUN zypper in a")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3037.Rule, dockerfile));

    [Theory]
    [InlineData("RUN zypper in a=1")]
    [InlineData("RUN zypper in \"a>=1\"")]
    [InlineData("RUN zypper in a.rpm")]
    [InlineData("RUN zypper remove a")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3037.Rule, dockerfile));
}
