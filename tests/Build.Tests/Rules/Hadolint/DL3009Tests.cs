using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3009Tests
{
    [Theory]
    [InlineData(2, "FROM a:1\nRUN apt-get update\n")]
    [InlineData(1, "RUN apt update && rm /var/lib/x")]
    [InlineData(2, "FROM a:1 AS b\nRUN aptitude update\nFROM b\nRUN a\n")]
    [InlineData(1, "ONBUILD RUN apt-get update")]
    public void Package_lists_left_behind_are_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3009.Rule, dockerfile));

    [Theory]
    [InlineData("RUN apt-get update && rm -rf /var/lib/apt/lists/*")]
    [InlineData("FROM a:1 AS b\nRUN apt-get update\nFROM c:1\nCOPY --from=b /x /\n")]
    [InlineData("RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update")]
    [InlineData("RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update")]
    public void Removed_or_unused_lists_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3009.Rule, dockerfile));
}
