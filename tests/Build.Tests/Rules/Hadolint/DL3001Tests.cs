using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3001Tests
{
    [Theory]
    [InlineData(1, "RUN top")]
    [InlineData(1, "RUN a && service nginx start")]
    [InlineData(1, "ONBUILD RUN mount /dev/x")]
    [InlineData(1, "RUN [\"ps\", \"aux\"]")]
    public void A_program_without_use_in_a_build_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3001.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install ssh")]
    [InlineData("RUN echo top")]
    [InlineData("CMD top")]
    public void Its_name_elsewhere_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3001.Rule, dockerfile));
}
