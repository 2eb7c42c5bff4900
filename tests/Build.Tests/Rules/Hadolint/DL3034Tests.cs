using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3034Tests
{
    [Theory]
    [InlineData(1, "RUN zypper install a=1")]
    [InlineData(1, "RUN zypper rm a")]
    [InlineData(1, "ONBUILD RUN zypper patch")]
    public void A_question_without_answer_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3034.Rule, dockerfile));

    [Theory]
    [InlineData("RUN zypper install -y a")]
    [InlineData("RUN zypper -n in a")]
    [InlineData("RUN zypper --non-interactive in a")]
    [InlineData("RUN zypper in --no-confirm a")]
    [InlineData("RUN zypper clean")]
    public void An_answered_question_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3034.Rule, dockerfile));
}
