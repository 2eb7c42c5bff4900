using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3030Tests
{
    [Theory]
    [InlineData(1, "RUN yum install a-1")]
    [InlineData(1, "RUN yum groupinstall x")]
    [InlineData(1, "ONBUILD RUN yum localinstall x")]
    public void A_question_without_answer_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3030.Rule, dockerfile));

    [Theory]
    [InlineData("RUN yum install -y a")]
    [InlineData("RUN yum --assumeyes install a")]
    [InlineData("RUN yum clean all")]
    public void An_answered_question_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3030.Rule, dockerfile));
}
