using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

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
        ClaimMarkdown.Write(text, report);
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

    internal static string Cell(string text) => text.Replace("|", "\\|").Replace("\r", "").Replace("\n", "<br>");

    internal static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
