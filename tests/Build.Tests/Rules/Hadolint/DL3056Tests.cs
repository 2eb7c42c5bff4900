using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3056Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.SemVer)
    };

    [Theory]
    [InlineData(1, "LABEL label=1.2")]
    [InlineData(1, "LABEL label=v1.2.3")]
    [InlineData(1, "LABEL label=1.2.3-")]
    public void What_is_no_version_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3056.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=1.2.3")]
    [InlineData("LABEL label=1.2.3-rc.1+build.5")]
    [InlineData("LABEL other=x")]
    public void A_version_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3056.Rule, dockerfile, Settings));
}
