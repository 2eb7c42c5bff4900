using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3004Tests
{
    [Theory]
    [InlineData(1, "RUN sudo id")]
    [InlineData(1, "RUN a && \\\n  sudo b")]
    [InlineData(1, "ONBUILD RUN sudo id")]
    [InlineData(1, "RUN [\"sudo\", \"id\"]")]
    [InlineData(1, "RUN <<E\nsudo id\nE\n")]
    [InlineData(1, "RUN echo $(sudo id)")]
    public void Sudo_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3004.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get install -y sudo=1")]
    [InlineData("RUN echo sudo")]
    [InlineData("CMD [\"sudo\"]")]
    [InlineData("RUN $sudo id")]
    public void Its_name_elsewhere_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3004.Rule, dockerfile));
}
