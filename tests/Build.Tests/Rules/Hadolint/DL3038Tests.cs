using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3038Tests
{
    [Theory]
    [InlineData(1, "RUN dnf install a-1")]
    [InlineData(1, "RUN microdnf install a")]
    [InlineData(1, "ONBUILD RUN dnf groupinstall x")]
    public void A_question_without_answer_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3038.Rule, dockerfile));

    [Theory]
    [InlineData("RUN dnf install -y a")]
    [InlineData("RUN dnf --assumeyes install a")]
    [InlineData("RUN dnf clean all")]
    public void An_answered_question_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3038.Rule, dockerfile));
}
