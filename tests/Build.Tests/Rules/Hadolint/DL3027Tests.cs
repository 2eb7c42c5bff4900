using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3027Tests
{
    [Theory]
    [InlineData(1, "RUN apt install -y a")]
    [InlineData(1, "RUN a; apt update")]
    [InlineData(1, "ONBUILD RUN apt list")]
    public void The_program_for_people_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3027.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install a")]
    [InlineData("RUN apt-cache show a")]
    [InlineData("RUN echo apt")]
    public void Those_for_scripts_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3027.Rule, dockerfile));
}
