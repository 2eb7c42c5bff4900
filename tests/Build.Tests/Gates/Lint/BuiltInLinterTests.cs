using System.Collections.Immutable;
using Build.Tests.Rules;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace Build.Tests.Gates.Lint;

public sealed class BuiltInLinterTests
{
    [Fact]
    public void Overrides_change_levels_and_raise_what_is_off()
    {
        var settings = new LintConfiguration
        {
            Overrides = ImmutableSortedDictionary<string, Severity>.Empty.Add("DL3006", Severity.Info).Add("DL3057", Severity.High),
        };

        Assert.Equal([("DL3006", Severity.Info), ("DL3057", Severity.High)],
            RuleBench.Lint("FROM debian\n", settings).Select(finding => (finding.RuleId, finding.Severity)));
    }

    [Fact]
    public void Ignored_rules_are_silent_also_when_they_are_overridden()
    {
        var settings = new LintConfiguration
        {
            Ignored = ["DL3006"],
            Overrides = ImmutableSortedDictionary<string, Severity>.Empty.Add("DL3006", Severity.High),
        };

        Assert.Empty(RuleBench.Lint("FROM debian\n", settings));
    }

    [Fact]
    public void Findings_come_in_the_order_of_lines() =>
        Assert.Equal([("DL3006", 1), ("DL3003", 2), ("DL3004", 2), ("DL3000", 3)],
            RuleBench.Lint("FROM debian\nRUN cd /x && sudo y\nWORKDIR z\n").Select(finding => (finding.RuleId, finding.Line)));

    [Fact]
    public void A_syntax_error_is_DL1000_with_line_and_column()
    {
        var finding = Assert.Single(RuleBench.Lint("FROM debian\n  FOO\n", new LintConfiguration { Ignored = ["DL1000"] }));

        Assert.Equal(("DL1000", 2, 3, Severity.High), (finding.RuleId, finding.Line, finding.Column, finding.Severity));
    }
}
