using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>Writes <c>scan.md</c>: the verdict, one table of gates, then each gate's findings, notes and coverage.</summary>
internal static class ScanMarkdown
{
    public static string Write(ScanReport report)
    {
        var text = new StringBuilder();
        Line(text, $"# Scan: {DisplayNames.Get(report.Verdict)}");
        Line(text, "");
        if (report.Error is { } error)
            Line(text, $"Nothing was judged: {error}");

        foreach (var image in report.Images)
        {
            Line(text, $"Image `{image.Name}` ({image.Platform}), id `{image.Id}`{(image.Digest is null ? "" : $", digest `{image.Digest}`")}.");
            Line(text, "");
        }

        if (report.Gates.IsEmpty)
            return text.ToString();

        Line(text, "| gate | verdict | engine | findings | saw |");
        Line(text, "|---|---|---|---:|---|");
        foreach (var gate in report.Gates)
        {
            Line(
                text, $"| {gate.Name} | {DisplayNames.Get(gate.Verdict)} | {Cell(Engine(gate))} | {Counted(gate)} | {Cell(gate.Coverage.Summary)} |");
        }

        foreach (var gate in report.Gates)
            WriteGate(text, gate);
        WriteClaims(text, report);
        return text.ToString();
    }

    private static void WriteGate(StringBuilder text, GateResult gate)
    {
        Line(text, "");
        Line(text, $"## {gate.Name}: {DisplayNames.Get(gate.Verdict)}");
        Line(text, "");
        foreach (var note in gate.Notes)
            Line(text, $"* {note}");

        if (!gate.Findings.IsEmpty)
            WriteFindings(text, gate);

        if (gate.Coverage.Facts.Count == 0)
            return;

        Line(text, "");
        Line(text, "<details><summary>Coverage</summary>");
        Line(text, "");
        foreach (var (name, fact) in gate.Coverage.Facts)
            Line(text, $"* {name}: {fact}");
        Line(text, "");
        Line(text, "</details>");
    }

    /// <summary>Every claim with both sides: what was seen to hold, and which planted defects were seen.</summary>
    private static void WriteClaims(StringBuilder text, ScanReport report)
    {
        if (!report.Claims.Any())
            return;
        Line(text, "");
        Line(text, "## Claims");
        Line(text, "");
        Line(text, "| claim | verdict | check | holds | planted defects seen | evidence |");
        Line(text, "|---|---|---|---|---|---|");
        foreach (var claim in report.Claims)
        {
            foreach (var (index, check) in claim.Checks.Index())
            {
                var (name, verdict) = index == 0 ? ($"{claim.Id} {Cell(claim.Name)}", DisplayNames.Get(claim.Verdict)) : ("", "");
                var seen = string.Join("\n", check.Broken.Concat(check.Unseen).Concat(check.Evidence));
                Line(
                    text,
                    $"| {name} | {verdict} | {check.Id} ({check.Subject}) | {ClaimWords.Holds(check)} | {Cell(DetectionOf(check))} | {Cell(seen)} |");
            }
        }
    }

    private static string DetectionOf(CheckResult check) => string.Join("\n", check.Detection is { } detection
        ? [ClaimWords.Detects(check), .. detection.Seen.Select(seen => $"seen: {seen}"), .. detection.Missed.Select(missed => $"missed: {missed}")]
        : new[] { $"{ClaimWords.Detects(check)}: {check.NotTried}" });

    private static void WriteFindings(StringBuilder text, GateResult gate)
    {
        Line(text, "");
        Line(text, "| severity | rule | where | what | how to fix it |");
        Line(text, "|---|---|---|---|---|");
        foreach (var finding in gate.Findings)
        {
            var severity = finding.Suppressed is null
                ? DisplayNames.Get(finding.Severity)
                : $"~~{DisplayNames.Get(finding.Severity)}~~ suppressed by {finding.Suppressed.By}";
            Line(
                text,
                $"| {severity} | {finding.RuleId} | {Cell(DisplayNames.FormatPlace(finding))} | {Cell(finding.Message)} | "
                + $"{Cell(finding.Help ?? "")} |");
        }
    }

    private static string Engine(GateResult gate) => $"{gate.Engine} {gate.EngineVersion}".TrimEnd();

    private static int Counted(GateResult gate) => gate.Findings.Count(finding => finding.Suppressed is null);

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("\r", "").Replace("\n", "<br>");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
