using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3051Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Text)
    };

    [Theory]
    [InlineData(1, "LABEL label=\"\"")]
    [InlineData(1, "LABEL label= other=x")]
    public void An_empty_label_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3051.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=x")]
    [InlineData("LABEL other=\"\"")]
    public void A_label_with_text_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3051.Rule, dockerfile, Settings));
}
