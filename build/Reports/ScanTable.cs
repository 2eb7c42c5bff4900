using ContainerSecurity.Findings;
using Spectre.Console;

namespace ContainerSecurity.Reports;

/// <summary>The console's summary: a table of gates, then what is not a pass and why, then where the reports are.</summary>
internal static class ScanTable
{
    private const int ShownFindings = 10;

    public static void Write(IAnsiConsole console, ScanReport report, string reports)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("gate", "verdict", "engine", "findings", "saw");
        foreach (var gate in report.Gates)
        {
            var counted = gate.Findings.Count(finding => finding.Suppressed is null);
            table.AddRow(gate.Name, Coloured(gate.Verdict), Markup.Escape($"{gate.Engine} {gate.EngineVersion}".TrimEnd()), $"{counted}", Markup.Escape(GateSummary.Saw(gate)));
        }

        console.Write(table);
        foreach (var gate in report.Gates)
            WriteReasons(console, gate);

        console.MarkupLine($"Verdict {Coloured(report.Verdict)}, exit code {report.ExitCode}. Reports: {Markup.Escape(Path.Combine(reports, "scan.md"))}, scan.json");
    }

    private static void WriteReasons(IAnsiConsole console, GateResult gate)
    {
        var open = gate.Findings.Where(finding => finding.Suppressed is null).OrderByDescending(finding => finding.Severity).ToList();
        if (gate.Verdict == Verdict.Pass && open.Count == 0)
            return;

        console.MarkupLine($"{Coloured(gate.Verdict)} [bold]{gate.Name}[/]");
        foreach (var note in gate.Notes)
            console.MarkupLine($"  {Markup.Escape(note)}");
        foreach (var finding in open.Take(ShownFindings))
            console.MarkupLine(Markup.Escape($"  {Names.Of(finding.Severity)} {finding.RuleId} {Names.Place(finding)}: {finding.Message}{Help(finding)}"));
        if (open.Count > ShownFindings)
            console.MarkupLine($"  … and {open.Count - ShownFindings} more in the reports");
    }

    private static string Help(Finding finding) => finding.Help is null ? "" : $" → {finding.Help}";

    private static string Coloured(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "[green]pass[/]",
        Verdict.Incomplete => "[yellow]incomplete[/]",
        Verdict.Fail => "[red]fail[/]",
        _ => "[red]error[/]",
    };
}
