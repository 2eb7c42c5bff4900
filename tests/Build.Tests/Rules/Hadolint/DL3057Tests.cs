using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3057Tests
{
    [Theory]
    [InlineData(1, "FROM a:1\n")]
    [InlineData(2, "FROM a:1 AS b\nFROM c:1\nFROM b\nHEALTHCHECK NONE\n")]
    public void A_stage_without_HEALTHCHECK_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3057.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK CMD [\"a\"]\n")]
    [InlineData("FROM a:1 AS b\nFROM b\nHEALTHCHECK NONE\n")]
    [InlineData("FROM a:1 AS b\nHEALTHCHECK NONE\nFROM b\n")]
    [InlineData("RUN a")]
    public void A_stage_with_HEALTHCHECK_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3057.Rule, dockerfile));
}
