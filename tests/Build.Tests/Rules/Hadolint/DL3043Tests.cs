using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3043Tests
{
    [Theory]
    [InlineData(1, "ONBUILD FROM a:1")]
    [InlineData(1, "ONBUILD ONBUILD RUN a")]
    [InlineData(2, "FROM a:1\nONBUILD MAINTAINER b\n")]
    public void A_forbidden_trigger_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3043.Rule, dockerfile));

    [Theory]
    [InlineData("ONBUILD RUN a")]
    [InlineData("FROM a:1")]
    [InlineData("MAINTAINER b")]
    public void Other_triggers_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3043.Rule, dockerfile));
}
