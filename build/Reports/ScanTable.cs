using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;
using Spectre.Console;

namespace ContainerSecurity.Reports;

/// <summary>The summary on the console: a table of gates, the reasons of those that did not pass, and the paths of the reports.</summary>
internal static class ScanTable
{
    private const int ShownFindings = 10;
    private const int Narrow = 72;

    public static void Write(IAnsiConsole console, ScanReport report, string reports)
    {
        console.Write(Gates(report, isNarrow: console.Profile.Width < Narrow));
        foreach (var gate in report.Gates)
            WriteReasons(console, gate);

        console.MarkupLine(
            $"Verdict {VerdictMarkup.Of(report.Verdict)}, exit code {report.ExitCode}{Strictness(report)}. Reports: "
            + $"{Markup.Escape(Path.Combine(Near(reports), "index.html"))}, scan.md, scan.json, scan.sarif, junit.xml");
    }

    /// <summary>Where there is no room for all, the verdicts stay.</summary>
    private static Table Gates(ScanReport report, bool isNarrow)
    {
        string[] columns = ["gate", "verdict", "found", "engine", "saw"];
        var shown = isNarrow ? 3 : columns.Length;
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns[..shown]);
        foreach (var column in table.Columns.Take(3))
            column.NoWrap().Padding = isNarrow ? new Padding(0, 0, 1, 0) : column.Padding;
        foreach (var gate in report.Gates)
        {
            string[] cells =
            [
                gate.Name, VerdictMarkup.Of(gate.Verdict), Found(gate), Escape(ScanWords.Engine(gate)), Escape(gate.Coverage.Summary),
            ];
            table.AddRow(cells[..shown]);
        }

        return table;
    }

    /// <summary>Neither markup nor anything that steers a terminal.</summary>
    private static string Escape(string text) => Markup.Escape(VisibleText.Line(text));

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
        if (gate.Next is { } next)
            WriteIndented(console, $"next: {next}");
    }

    /// <summary>Wrapped lines keep the indentation.</summary>
    private static void WriteIndented(IAnsiConsole console, string text) =>
        console.Write(new Padder(new Text(VisibleText.Line(text)), new Padding(2, 0, 0, 0)));

    private static string Found(GateResult gate)
    {
        var excused = ScanWords.Suppressed(gate);
        return $"{ScanWords.Open(gate)}{(excused > 0 ? $" (+{excused})" : "")}";
    }

    private static string Strictness(ScanReport report) =>
        report is { Verdict: Verdict.Incomplete, Strict: false } ? " (3 under --strict)" : "";

    /// <summary>A path below the working directory is shown relative to it.</summary>
    private static string Near(string folder) =>
        Path.GetRelativePath(Environment.CurrentDirectory, folder) is var near && near.StartsWith("..", StringComparison.Ordinal) ? folder : near;

    private static string Help(Finding finding) => finding.Help is null ? "" : $" → {finding.Help}";
}
