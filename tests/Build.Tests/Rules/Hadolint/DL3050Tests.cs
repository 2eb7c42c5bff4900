using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3050Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        StrictLabels = true,
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add("label", LabelType.Text)
    };

    [Theory]
    [InlineData(1, "LABEL other=x")]
    [InlineData(1, "LABEL label=x other=y")]
    public void A_label_outside_the_schema_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3050.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=x")]
    [InlineData("RUN a")]
    public void A_label_of_the_schema_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3050.Rule, dockerfile, Settings));
}
