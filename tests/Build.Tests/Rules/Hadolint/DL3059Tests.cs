using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3059Tests
{
    [Theory]
    [InlineData(2, "RUN a\nRUN b\n")]
    [InlineData(3, "RUN a\n# why\nRUN b\n")]
    [InlineData(2, "RUN --mount=type=cache,target=/x a\nRUN --mount=target=/x,type=cache b\n")]
    public void Short_RUNs_in_a_row_are_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3059.Rule, dockerfile));

    [Theory]
    [InlineData("RUN a\nUSER 1\nRUN b\n")]
    [InlineData("RUN a && b\nRUN c\n")]
    [InlineData("RUN a\nRUN b && c\n")]
    [InlineData("RUN --mount=type=cache,target=/x a\nRUN b\n")]
    [InlineData("RUN --network=none a\nRUN b\n")]
    [InlineData("ONBUILD RUN a\nONBUILD RUN b\n")]
    public void Other_RUNs_are_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3059.Rule, dockerfile));
}
