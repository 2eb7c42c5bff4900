using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4003Tests
{
    [Theory]
    [InlineData(3, "FROM a:1\nCMD [\"a\"]\nCMD [\"b\"]\n")]
    [InlineData(2, "CMD [\"a\"]\nCMD [\"b\"]\n")]
    public void A_second_CMD_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4003.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\nCMD [\"a\"]\nFROM b:1\nCMD [\"a\"]\n")]
    [InlineData("CMD [\"a\"]")]
    public void One_in_each_stage_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4003.Rule, dockerfile));
}
