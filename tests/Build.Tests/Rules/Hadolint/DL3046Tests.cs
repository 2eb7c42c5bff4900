using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3046Tests
{
    [Theory]
    [InlineData(1, "RUN useradd -u 123456 a")]
    [InlineData(1, "RUN b && useradd -m -u 999999 a")]
    [InlineData(1, "ONBUILD RUN useradd -u 123456 a")]
    public void A_high_user_id_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3046.Rule, dockerfile));

    [Theory]
    [InlineData("RUN useradd -u 1000 a")]
    [InlineData("RUN useradd -l -u 123456 a")]
    [InlineData("RUN useradd --no-log-init -u 123456 a")]
    [InlineData("RUN useradd a")]
    public void A_low_user_id_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3046.Rule, dockerfile));
}
