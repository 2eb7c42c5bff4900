using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3052Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Url)
    };

    [Theory]
    [InlineData(1, "LABEL label=\"no address\"")]
    [InlineData(1, "LABEL label=/path")]
    [InlineData(1, "LABEL label=example.com")]
    public void What_is_no_address_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3052.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=https://example.com/a?b=%20c#d")]
    [InlineData("LABEL label=mailto:a@example.com")]
    [InlineData("LABEL other=x")]
    public void An_address_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3052.Rule, dockerfile, Settings));
}
