using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL3058Tests
{
    private static readonly LintConfiguration Settings = new()
    {
        LabelSchema = ImmutableSortedDictionary<string, LabelType>.Empty.Add(
        "label", LabelType.Email)
    };

    [Theory]
    [InlineData(1, "LABEL label=someone")]
    [InlineData(1, "LABEL label=\"a b@example.com\"")]
    [InlineData(1, "LABEL label=a@")]
    public void What_is_no_mail_address_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL3058.Rule, dockerfile, Settings));

    [Theory]
    [InlineData("LABEL label=a.b+c@example.com")]
    [InlineData("LABEL other=x")]
    public void A_mail_address_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL3058.Rule, dockerfile, Settings));
}
