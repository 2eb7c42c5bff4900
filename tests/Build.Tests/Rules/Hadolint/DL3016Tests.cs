using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3016Tests
{
    [Theory]
    [InlineData(1, "RUN npm install -g a")]
    [InlineData(1, "RUN npm install @scope/a")]
    [InlineData(1, "RUN npm --loglevel verbose install a")]
    [InlineData(1, "RUN npm install git://example.com/a")]
    [InlineData(1, "ONBUILD RUN npm install a")]
    public void An_unpinned_package_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3016.Rule, dockerfile));

    [Theory]
    [InlineData("RUN npm install")]
    [InlineData("RUN npm install a@1.0")]
    [InlineData("RUN npm install @scope/a@1")]
    [InlineData("RUN npm install ./a")]
    [InlineData("RUN npm install a.tgz")]
    [InlineData("RUN npm install git+https://example.com/a#v1")]
    [InlineData("RUN npm run install a")]
    [InlineData("RUN npm ci")]
    public void A_pinned_package_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3016.Rule, dockerfile));
}
