using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3023Tests
{
    [Theory]
    [InlineData(2, "FROM a:1 AS b\nCOPY --from=b /x /y\n")]
    [InlineData(4, "FROM a:1 AS b\nFROM c:1 AS d\nRUN a\nCOPY --from=d /x /y\n")]
    public void A_stage_that_copies_from_itself_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3023.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS b\nFROM c:1 AS d\nCOPY --from=b /x /y\n")]
    [InlineData("FROM a:1\nCOPY --from=a /x /y\n")]
    public void Another_stage_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3023.Rule, dockerfile));
}
