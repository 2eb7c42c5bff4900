using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3015Tests
{
    [Theory]
    [InlineData(1, "RUN apt-get install -y a=1")]
    [InlineData(1, "RUN apt-get install --install-recommends a")]
    [InlineData(1, "ONBUILD RUN apt-get install a")]
    public void Recommended_packages_are_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3015.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install --no-install-recommends a")]
    [InlineData("RUN apt-get -o APT::Install-Recommends=false install a")]
    [InlineData("RUN apt-get update")]
    public void Named_packages_only_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3015.Rule, dockerfile));
}
