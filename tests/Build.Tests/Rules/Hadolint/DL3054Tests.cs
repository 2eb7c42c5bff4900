using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3054Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Spdx)
    };

    [Theory]
    [InlineData(1, "LABEL label=mine")]
    [InlineData(1, "LABEL label=\"MIT License\"")]
    [InlineData(1, "LABEL label=mit")]
    public void What_is_no_licence_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3054.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=MIT")]
    [InlineData("LABEL label=Apache-2.0")]
    [InlineData("LABEL label=GPL-3.0")]
    [InlineData("LABEL other=x")]
    public void A_licence_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3054.Rule, dockerfile, Settings));
}
