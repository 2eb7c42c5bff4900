using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3047Tests
{
    [Theory]
    [InlineData(1, "RUN wget https://example.com")]
    [InlineData(1, "RUN wget -c https://example.com")]
    [InlineData(1, "ONBUILD RUN a; wget x")]
    public void A_progress_bar_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3047.Rule, dockerfile));

    [Theory]
    [InlineData("RUN wget -q x")]
    [InlineData("RUN wget --quiet x")]
    [InlineData("RUN wget -nv x")]
    [InlineData("RUN wget --no-verbose x")]
    [InlineData("RUN wget --progress=dot:giga x")]
    [InlineData("RUN wget -o log x")]
    [InlineData("RUN wget --append-output=log x")]
    public void A_quiet_download_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3047.Rule, dockerfile));
}
