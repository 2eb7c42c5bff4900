using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Markdown;

/// <summary>Writes <c>scan.md</c>: the verdict, one table of gates, what to do next, then each gate's findings, notes and coverage.</summary>
internal static class ScanMarkdown
{
    /// <summary>More are not read in a summary.</summary>
    private const int MostFindings = 500;

    public static string Write(ScanReport report)
    {
        var text = new MarkdownText();
        text.Line($"# Scan: {DisplayNames.Get(report.Verdict)}");
        text.Line();
        if (report.Error is { } error)
            text.Line($"Nothing was judged: {MarkdownText.Plain(error)}");

        foreach (var image in report.Images)
        {
            var digest = image.Digest is null ? "" : $", digest {MarkdownText.Code(image.Digest)}";
            text.Line($"Image {MarkdownText.Code(image.Name)} ({image.Platform}), id {MarkdownText.Code(image.Id)}{digest}.");
            text.Line();
        }

        if (report.Gates.IsEmpty)
            return text.ToString();

        text.Line($"{ScanWords.Verdict(report)} Exit code {report.ExitCode}.");
        text.Line();
        text.Row("gate", "verdict", "engine", "findings", "suppressed", "saw");
        text.Line("|---|---|---|---:|---:|---|");
        foreach (var gate in report.Gates)
        {
            text.Row(
                gate.Name,
                DisplayNames.Get(gate.Verdict),
                MarkdownText.Cell(ScanWords.Engine(gate)),
                $"{ScanWords.Open(gate)}",
                $"{ScanWords.Suppressed(gate)}",
                MarkdownText.Cell(gate.Coverage.Summary));
        }

        foreach (var gate in report.Gates)
            WriteGate(text, gate);
        ClaimMarkdown.Write(text, report);
        WriteRun(text, report);
        return text.ToString();
    }

    private static void WriteGate(MarkdownText text, GateResult gate)
    {
        text.Line();
        text.Line($"## {gate.Name}: {DisplayNames.Get(gate.Verdict)}");
        text.Line();
        foreach (var note in gate.Notes)
            text.Line($"* {MarkdownText.Plain(note)}");
        if (gate.Next is { } next)
            text.Line($"* Next: {MarkdownText.Code(next)}");

        if (!gate.Findings.IsEmpty)
            WriteFindings(text, gate);

        if (gate.Coverage.Facts.Count == 0)
            return;

        text.Folded("Coverage", () =>
        {
            foreach (var (name, fact) in gate.Coverage.Facts)
                text.Line($"* {name}: {MarkdownText.Plain(fact.ToString())}");
        });
    }

    private static void WriteFindings(MarkdownText text, GateResult gate)
    {
        text.Line();
        text.Row("severity", "rule", "where", "what", "how to fix it");
        text.Line("|---|---|---|---|---|");
        foreach (var finding in gate.Findings.OrderByDescending(finding => finding.Severity).Take(MostFindings))
        {
            var severity = DisplayNames.Get(finding.Severity);
            text.Row(
                finding.Suppressed is { } by ? $"~~{severity}~~ suppressed: {MarkdownText.Cell(ScanWords.Reason(by))}" : severity,
                MarkdownText.Cell(finding.RuleId),
                MarkdownText.Cell(DisplayNames.FormatPlace(finding)),
                MarkdownText.Cell(finding.Message),
                MarkdownText.Cell(finding.Help ?? ""));
        }

        if (gate.Findings.Length > MostFindings)
        {
            text.Line();
            text.Line($"**Cut here: {gate.Findings.Length - MostFindings} more findings, none graver than these. scan.json has all.**");
        }
    }

    private static void WriteRun(MarkdownText text, ScanReport report)
    {
        text.Line();
        text.Line("## To repeat it");
        text.Line();
        if (report.Source is { } source)
        {
            var changes = source.Modified ? ", and the changes that were not committed" : "";
            text.Line($"* {MarkdownText.Code($"git checkout {source.Revision}")}{changes}");
        }

        text.Line($"* {MarkdownText.Code(report.Command ?? "./build.sh")}");
        if (!report.Tools.IsEmpty)
            text.Line($"* with {string.Join(", ", report.Tools.Select(tool => MarkdownText.Plain($"{tool.Name} {tool.Version}")))}");
    }
}
