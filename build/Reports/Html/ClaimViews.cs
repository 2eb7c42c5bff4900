using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>Claims with both sides, and what public standards ask for.</summary>
internal static class ClaimViews
{
    public static View Create(ClaimResult claim) => new()
    {
        ["id"] = claim.Id,
        ["name"] = claim.Name.Replace("`", "", StringComparison.Ordinal),
        ["statement"] = claim.Statement.Replace("`", "", StringComparison.Ordinal),
        ["claimVerdict"] = DisplayNames.Get(claim.Verdict),
        ["checks"] = claim.Checks.Select(Check).ToList(),
        ["checkCount"] = ScanWords.Count(claim.Checks.Length, "check"),
        ["proof"] = Proof(claim),
    };

    public static List<View> Standards(ScanReport report) =>
    [
        .. report.Controls.GroupBy(control => control.Standard).Select(standard => new View
        {
            ["standard"] = standard.Key,
            ["covered"] = standard.Count(control => control.WhyNot is null),
            ["asked"] = standard.Count(),
            ["controls"] = standard.Select(Control).ToList(),
        }),
    ];

    /// <summary>How much of what was planted for it was seen.</summary>
    private static string Proof(ClaimResult claim)
    {
        var (seen, missed) = (claim.Checks.Sum(check => check.Planted.Length), claim.Checks.Sum(check => check.Missed.Length));
        return seen + missed == 0 ? "nothing planted" : $"{seen} of {seen + missed} planted defects seen";
    }

    private static View Check(CheckResult check) => new()
    {
        ["check"] = check.Id,
        ["subject"] = check.Subject,
        ["holds"] = ClaimWords.Holds(check),
        ["detects"] = ClaimWords.Detects(check),
        ["notTried"] = check.Detects is null ? check.NotTried ?? "" : "",
        ["broken"] = Lines(check.Broken),
        ["unseen"] = Lines(check.Unseen),
        ["evidence"] = Lines(check.Evidence),
        ["planted"] = Lines(check.Planted),
        ["missed"] = Lines(check.Missed),
    };

    private static List<View> Lines(ImmutableArray<string> texts) => [.. texts.Select(text => new View { ["line"] = text })];

    private static View Control(ControlResult control) => new()
    {
        ["id"] = control.Id,
        ["asks"] = control.Title,
        ["coveredBy"] = string.Join(", ", control.CoveredBy),
        ["whyNot"] = control.WhyNot ?? "",
    };
}
