using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Markdown;

/// <summary>
/// The claims of <c>scan.md</c> with both sides, what was seen to hold and which planted defects were seen; and what speaks to public standards.
/// </summary>
internal static class ClaimMarkdown
{
    public static void Write(MarkdownText text, ScanReport report)
    {
        WriteClaims(text, report);
        if (report.Controls.IsEmpty)
            return;
        text.Line();
        text.Line("## Standards");
        foreach (var standard in report.Controls.GroupBy(control => control.Standard))
            WriteStandard(text, standard.Key, [.. standard]);
    }

    private static void WriteClaims(MarkdownText text, ScanReport report)
    {
        if (report.Claims.IsEmpty)
            return;
        text.Line();
        text.Line("## Claims");
        text.Line();
        text.Row("claim", "verdict", "check", "holds", "planted defects seen", "evidence");
        text.Line("|---|---|---|---|---|---|");
        foreach (var claim in report.Claims)
        {
            foreach (var (index, check) in claim.Checks.Index())
            {
                var (name, verdict) = index == 0 ? ($"{claim.Id} {claim.Name}", DisplayNames.Get(claim.Verdict)) : ("", "");
                var seen = string.Join("\n", check.Broken.Concat(check.Unseen).Concat(check.Evidence));
                string[] cells = [name, verdict, $"{check.Id} ({check.Subject})", ClaimWords.Holds(check), DetectionOf(check), seen];
                text.Row(cells.Select(MarkdownText.Cell));
            }
        }
    }

    private static string DetectionOf(CheckResult check) => string.Join("\n", check.Detects is null
        ? new[] { $"{ClaimWords.Detects(check)}: {check.NotTried}" }
        : [ClaimWords.Detects(check), .. check.Planted.Select(seen => $"seen: {seen}"), .. check.Missed.Select(missed => $"missed: {missed}")]);

    private static void WriteStandard(MarkdownText text, string name, IReadOnlyCollection<ControlResult> controls)
    {
        var covered = controls.Count(control => control.WhyNot is null);
        text.Folded($"{name}: {covered} of {controls.Count} covered", () =>
        {
            text.Row("control", "asks for", "covered by");
            text.Line("|---|---|---|");
            foreach (var control in controls)
            {
                var sources = control.WhyNot is { } why ? $"not covered: {why}" : string.Join(", ", control.CoveredBy);
                text.Row(MarkdownText.Cell(control.Id), MarkdownText.Cell(control.Title), MarkdownText.Cell(sources));
            }
        });
    }
}
