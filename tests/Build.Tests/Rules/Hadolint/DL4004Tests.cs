using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4004Tests
{
    [Theory]
    [InlineData(3, "FROM a:1\nENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]\n")]
    [InlineData(2, "ENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]\n")]
    public void A_second_ENTRYPOINT_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4004.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1\nENTRYPOINT [\"a\"]\nFROM b:1\nENTRYPOINT [\"a\"]\n")]
    [InlineData("ENTRYPOINT [\"a\"]")]
    public void One_in_each_stage_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4004.Rule, dockerfile));
}
