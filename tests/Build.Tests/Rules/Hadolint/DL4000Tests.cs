using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4000Tests
{
    [Theory]
    [InlineData(1, "MAINTAINER a")]
    [InlineData(2, "FROM a:1\nmaintainer b <c@example.com>\n")]
    public void MAINTAINER_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4000.Rule, dockerfile));

    [Theory]
    [InlineData("LABEL maintainer=a")]
    [InlineData("ONBUILD MAINTAINER a")]
    public void A_label_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4000.Rule, dockerfile));
}
