using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3066Tests
{
    [Theory]
    [InlineData(1, "USER app")]
    [InlineData(1, "USER root:0")]
    [InlineData(1, "USER '0'")]
    [InlineData(1, "USER 1000 \n")]
    [InlineData(1, "USER $UID")]
    [InlineData(2, "ARG A\nUSER $B\n")]
    public void A_named_user_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3066.Rule, dockerfile));

    [Theory]
    [InlineData("USER 1000")]
    [InlineData("USER 1000:app")]
    [InlineData("ARG U=1\nUSER $U\n")]
    [InlineData("ARG U=1\nUSER ${U}:0\n")]
    public void A_number_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3066.Rule, dockerfile));
}
