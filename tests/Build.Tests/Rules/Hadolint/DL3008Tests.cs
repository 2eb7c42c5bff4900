using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3008Tests
{
    [Theory]
    [InlineData(1, "RUN apt-get install -y curl")]
    [InlineData(1, "RUN apt-get install -t stable -y a=1 b")]
    [InlineData(1, "ONBUILD RUN apt-get -y install a")]
    [InlineData(2, "FROM a:1\nRUN a && (apt-get install \"b\")")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3008.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install -y curl=7.88")]
    [InlineData("RUN apt-get install -t stable a=1")]
    [InlineData("RUN apt-get install ./a.deb")]
    [InlineData("RUN apt-get install a/stable")]
    [InlineData("RUN apt-get update")]
    [InlineData("RUN apt-get install --target-release=x a=1")]
    [InlineData("RUN echo apt-get install a")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3008.Rule, dockerfile));
}
