using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4005Tests
{
    [Theory]
    [InlineData(1, "RUN ln -sf /bin/bash /bin/sh")]
    [InlineData(1, "RUN a && ln -s x /bin/sh")]
    [InlineData(1, "ONBUILD RUN ln -s x /bin/sh")]
    public void A_linked_shell_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4005.Rule, dockerfile));

    [Theory]
    [InlineData("RUN ln -s /bin/bash /bin/x")]
    [InlineData("SHELL [\"/bin/bash\", \"-c\"]")]
    [InlineData("RUN echo /bin/sh")]
    public void Other_links_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4005.Rule, dockerfile));
}
