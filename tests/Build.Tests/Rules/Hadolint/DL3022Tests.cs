using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3022Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nCOPY --from=b /x /y\n")]
    [InlineData(2, "FROM a:1\nCOPY --from=1 /x /y\n")]
    [InlineData(1, "COPY --from=0 /x /y")]
    public void An_unknown_stage_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3022.Rule, dockerfile));

    [Theory]
    [InlineData("FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /y\n")]
    [InlineData("FROM a:1\nFROM c:1\nCOPY --from=0 /x /y\n")]
    [InlineData("FROM a:1\nCOPY --from=d:1 /x /y\n")]
    [InlineData("FROM a:1\nCOPY x /y\n")]
    public void A_known_stage_or_an_image_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3022.Rule, dockerfile));
}
