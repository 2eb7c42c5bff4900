using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3053Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Rfc3339)
    };

    [Theory]
    [InlineData(1, "LABEL label=yesterday")]
    [InlineData(1, "LABEL label=2026-13-01T00:00:00Z")]
    [InlineData(1, "LABEL label=\"2026-02-30T00:00:00Z\"")]
    [InlineData(1, "LABEL label=2026-01-01")]
    public void What_is_no_time_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3053.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=2026-01-01T10:00:00Z")]
    [InlineData("LABEL label=2026-01-01T10:00:00.123+02:00")]
    [InlineData("LABEL other=x")]
    public void A_time_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3053.Rule, dockerfile, Settings));
}
