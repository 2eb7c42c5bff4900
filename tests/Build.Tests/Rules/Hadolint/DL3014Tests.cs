using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3014Tests
{
    [Theory]
    [InlineData(1, "RUN apt-get install a=1")]
    [InlineData(1, "RUN apt-get -q install a=1")]
    [InlineData(1, "ONBUILD RUN apt-get install a=1")]
    public void A_question_without_answer_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3014.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install -y a")]
    [InlineData("RUN apt-get --yes install a")]
    [InlineData("RUN apt-get install -qq a")]
    [InlineData("RUN apt-get install -q -q a")]
    [InlineData("RUN apt-get install -q=2 a")]
    [InlineData("RUN apt-get -yq install a")]
    [InlineData("RUN apt-get --assume-yes install a")]
    [InlineData("RUN apt-get update")]
    public void An_answered_question_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3014.Rule, dockerfile));
}
