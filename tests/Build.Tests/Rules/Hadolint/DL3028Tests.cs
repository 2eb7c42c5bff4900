using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3028Tests
{
    [Theory]
    [InlineData(1, "RUN gem install rails")]
    [InlineData(1, "RUN gem i a:1 b")]
    [InlineData(1, "ONBUILD RUN gem install a")]
    public void An_unpinned_gem_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3028.Rule, dockerfile));

    [Theory]
    [InlineData("RUN gem install rails:7.1")]
    [InlineData("RUN gem install -v 7.1 rails")]
    [InlineData("RUN gem install rails --version=7.1")]
    [InlineData("RUN gem install a:1 -- --with-x")]
    [InlineData("RUN gem install --source x a:1")]
    [InlineData("RUN gem list a")]
    public void A_pinned_gem_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3028.Rule, dockerfile));
}
