using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace Build.Tests.Reports.Said;

/// <summary>What every report says of a finding; how much space is between its words does not matter.</summary>
internal sealed partial record SaidFinding(string Severity, string Rule, string Place, bool IsSuppressed)
{
    public static SaidFinding Create(string severity, string rule, string place, bool isSuppressed) =>
        new(severity, Spaced(rule), Spaced(place), isSuppressed);

    public static SaidFinding Of(Finding finding) => Create(
        finding.Severity.ToString().ToLowerInvariant(), finding.RuleId, DisplayNames.FormatPlace(finding), finding.Suppressed is not null);

    private static string Spaced(string text) => Space().Replace(VisibleText.Line(text), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
