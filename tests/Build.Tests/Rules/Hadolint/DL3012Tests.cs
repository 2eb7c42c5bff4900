using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3012Tests
{
    [Theory]
    [InlineData(3, "FROM a:1\nHEALTHCHECK NONE\nHEALTHCHECK CMD [\"a\"]\n")]
    [InlineData(2, "HEALTHCHECK NONE\nHEALTHCHECK NONE\n")]
    public void A_second_HEALTHCHECK_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3012.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\nHEALTHCHECK NONE\n")]
    [InlineData("FROM a:1\nHEALTHCHECK NONE\nFROM b:1\nHEALTHCHECK NONE\n")]
    public void One_in_each_stage_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3012.Rule, dockerfile));
}
