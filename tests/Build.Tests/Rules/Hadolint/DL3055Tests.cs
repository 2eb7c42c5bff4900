using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3055Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Hash)
    };

    [Theory]
    [InlineData(1, "LABEL label=main")]
    [InlineData(1, "LABEL label=12345678")]
    [InlineData(1, "LABEL label=ABCDEF1")]
    public void What_is_no_commit_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3055.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=abcdef1")]
    [InlineData("LABEL label=0123456789012345678901234567890123456789")]
    [InlineData("LABEL other=x")]
    public void A_commit_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3055.Rule, dockerfile, Settings));
}
