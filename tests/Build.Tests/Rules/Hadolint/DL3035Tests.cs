using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3035Tests
{
    [Theory]
    [InlineData(1, "RUN zypper dist-upgrade")]
    [InlineData(1, "RUN zypper -n dup")]
    [InlineData(1, "ONBUILD RUN zypper dup")]
    public void An_upgrade_of_the_distribution_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3035.Rule, dockerfile));

    [Theory]
    [InlineData("RUN zypper update")]
    [InlineData("RUN echo dup")]
    public void Other_commands_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3035.Rule, dockerfile));
}
