using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports;

/// <summary>
/// The claims of <c>scan.md</c> with both sides, what was seen to hold and which planted defects were seen; and what speaks to public standards.
/// </summary>
internal static class ClaimMarkdown
{
    public static void Write(StringBuilder text, ScanReport report)
    {
        WriteClaims(text, report);
        foreach (var standard in report.Controls.GroupBy(control => control.Standard))
            WriteStandard(text, standard.Key, [.. standard]);
    }

    private static void WriteClaims(StringBuilder text, ScanReport report)
    {
        if (report.Claims.IsEmpty)
            return;
        ScanMarkdown.Line(text, "");
        ScanMarkdown.Line(text, "## Claims");
        ScanMarkdown.Line(text, "");
        ScanMarkdown.Line(text, "| claim | verdict | check | holds | planted defects seen | evidence |");
        ScanMarkdown.Line(text, "|---|---|---|---|---|---|");
        foreach (var claim in report.Claims)
        {
            foreach (var (index, check) in claim.Checks.Index())
            {
                var (name, verdict) = index == 0 ? ($"{claim.Id} {claim.Name}", DisplayNames.Get(claim.Verdict)) : ("", "");
                var seen = string.Join("\n", check.Broken.Concat(check.Unseen).Concat(check.Evidence));
                string[] cells = [name, verdict, $"{check.Id} ({check.Subject})", ClaimWords.Holds(check), DetectionOf(check), seen];
                ScanMarkdown.Line(text, $"| {string.Join(" | ", cells.Select(ScanMarkdown.Cell))} |");
            }
        }
    }

    private static string DetectionOf(CheckResult check) => string.Join("\n", check.Detects is null
        ? new[] { $"{ClaimWords.Detects(check)}: {check.NotTried}" }
        : [ClaimWords.Detects(check), .. check.Planted.Select(seen => $"seen: {seen}"), .. check.Missed.Select(missed => $"missed: {missed}")]);

    private static void WriteStandard(StringBuilder text, string name, IReadOnlyCollection<ControlResult> controls)
    {
        ScanMarkdown.Line(text, "");
        var covered = controls.Count(control => control.WhyNot is null);
        ScanMarkdown.Line(text, $"<details><summary>{name}: {covered} of {controls.Count} covered</summary>");
        ScanMarkdown.Line(text, "");
        ScanMarkdown.Line(text, "| control | asks for | covered by |");
        ScanMarkdown.Line(text, "|---|---|---|");
        foreach (var control in controls)
        {
            var sources = control.WhyNot is { } why ? $"not covered: {why}" : string.Join(", ", control.CoveredBy);
            ScanMarkdown.Line(text, $"| {control.Id} | {ScanMarkdown.Cell(control.Title)} | {ScanMarkdown.Cell(sources)} |");
        }

        ScanMarkdown.Line(text, "");
        ScanMarkdown.Line(text, "</details>");
    }
}
