using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;
using Spectre.Console;

namespace ContainerSecurity.Reports;

/// <summary>The summary on the console: a table of gates, the reasons of those that did not pass, and the paths of the reports.</summary>
internal static class ScanTable
{
    private const int ShownFindings = 10;

    public static void Write(IAnsiConsole console, ScanReport report, string reports)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("gate", "verdict", "found", "engine", "saw");
        foreach (var column in table.Columns.Take(3))
            column.NoWrap();
        foreach (var gate in report.Gates)
        {
            table.AddRow(
                gate.Name,
                VerdictMarkup.Of(gate.Verdict),
                Found(gate),
                Markup.Escape($"{gate.Engine} {gate.EngineVersion}".TrimEnd()),
                Markup.Escape(gate.Coverage.Summary));
        }

        console.Write(table);
        foreach (var gate in report.Gates)
            WriteReasons(console, gate);

        console.MarkupLine(
            $"Verdict {VerdictMarkup.Of(report.Verdict)}, exit code {report.ExitCode}{Strictness(report)}. Reports: "
            + $"{Markup.Escape(Path.Combine(Near(reports), "scan.md"))}, scan.json");
    }

    private static void WriteReasons(IAnsiConsole console, GateResult gate)
    {
        var open = gate.Findings.Where(finding => finding.Suppressed is null).OrderByDescending(finding => finding.Severity).ToList();
        if (gate.Verdict == Verdict.Pass && open.Count == 0)
            return;

        console.MarkupLine($"[bold]{gate.Name}[/] {VerdictMarkup.Of(gate.Verdict)}");
        foreach (var note in gate.Notes)
            WriteIndented(console, note);
        foreach (var finding in open.Take(ShownFindings))
        {
            WriteIndented(
                console,
                $"{DisplayNames.Get(finding.Severity)} {finding.RuleId} {DisplayNames.FormatPlace(finding)}: {finding.Message}{Help(finding)}");
        }

        if (open.Count > ShownFindings)
            WriteIndented(console, $"… and {open.Count - ShownFindings} more in the reports");
    }

    /// <summary>Wrapped lines keep the indentation.</summary>
    private static void WriteIndented(IAnsiConsole console, string text) => console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    private static string Found(GateResult gate)
    {
        var excused = gate.Findings.Count(finding => finding.Suppressed is not null);
        return $"{gate.Findings.Length - excused}{(excused > 0 ? $" (+{excused})" : "")}";
    }

    private static string Strictness(ScanReport report) =>
        report is { Verdict: Verdict.Incomplete, Strict: false } ? " (3 under --strict)" : "";

    /// <summary>A path below the working directory is shown relative to it.</summary>
    private static string Near(string folder) =>
        Path.GetRelativePath(Environment.CurrentDirectory, folder) is var near && near.StartsWith("..", StringComparison.Ordinal) ? folder : near;

    private static string Help(Finding finding) => finding.Help is null ? "" : $" → {finding.Help}";
}
