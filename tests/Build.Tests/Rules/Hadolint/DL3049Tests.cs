using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3049Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Text)
    };

    [Theory]
    [InlineData(1, "FROM a:1\n")]
    [InlineData(1, "FROM a:1\nLABEL other=x\n")]
    [InlineData(3, "FROM a:1 AS b\nLABEL label=x\nFROM c:1\n")]
    public void A_missing_label_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3049.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("FROM a:1\nLABEL label=x\n")]
    [InlineData("FROM a:1 AS b\nLABEL label=x\nFROM b\n")]
    [InlineData("FROM a:1 AS b\nFROM b\nLABEL label=x\n")]
    [InlineData("FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /y\nLABEL label=x\n")]
    [InlineData("RUN a")]
    public void A_label_there_or_inherited_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3049.Rule, dockerfile, Settings));
}
