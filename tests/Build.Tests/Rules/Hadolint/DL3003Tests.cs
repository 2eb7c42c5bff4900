using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3003Tests
{
    [Theory]
    [InlineData(1, "RUN cd /x && make")]
    [InlineData(2, "FROM a:1\nRUN a; (cd b; c)")]
    [InlineData(1, "RUN if a; then cd b; fi")]
    public void A_changed_folder_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3003.Rule, dockerfile));

    [Theory]
    [InlineData("WORKDIR /x")]
    [InlineData("RUN make -C /x")]
    [InlineData("RUN echo cd")]
    [InlineData("ONBUILD RUN cd /x")]
    public void WORKDIR_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3003.Rule, dockerfile));
}
