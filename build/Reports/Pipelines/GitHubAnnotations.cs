using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Pipelines;

/// <summary>
/// Findings as GitHub Actions shows them beside the lines of a change: commands that a step prints (docs.github.com, "Workflow commands").
/// </summary>
internal static class GitHubAnnotations
{
    /// <summary>GitHub takes ten errors, ten warnings and ten notices of a step, and leaves out the rest without a word.</summary>
    public const int MostOfAKind = 10;

    public static bool AreRead => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";

    /// <summary>One command a line. What fails a gate is an error, any other open finding from medium a warning.</summary>
    public static string Write(ScanReport report)
    {
        var order = FixFirst.Order(report);
        ImmutableArray<GateFinding> errors = [.. order.Where(each => each.Finding.Blocks == true)];
        ImmutableArray<GateFinding> warnings = [.. order.Where(each => each.Finding is { Blocks: not true, Severity: >= Severity.Medium })];
        var text = new StringBuilder();
        foreach (var each in errors.Take(MostOfAKind))
            text.Append(Command("error", each)).Append('\n');
        foreach (var each in warnings.Take(MostOfAKind))
            text.Append(Command("warning", each)).Append('\n');
        foreach (var gate in report.Gates.Where(gate => gate.Verdict != Verdict.Pass).Take(MostOfAKind - 2))
            text.Append(Command("notice", Title(gate), Summary(gate))).Append('\n');
        var left = Math.Max(0, errors.Length - MostOfAKind) + Math.Max(0, warnings.Length - MostOfAKind);
        if (left > 0)
            text.Append(Command("notice", "More findings", $"{left} more findings are in the reports: scan.md, index.html.")).Append('\n');
        if (report.Error is { } error)
            text.Append(Command("error", "Nothing was judged", error)).Append('\n');
        return text.ToString();
    }

    private static string Title(GateResult gate) => $"{gate.Name}: {DisplayNames.Get(gate.Verdict)}";

    private static string Summary(GateResult gate) =>
        $"{gate.Notes.FirstOrDefault() ?? ScanWords.Count(ScanWords.Open(gate), "finding")}{(gate.Next is null ? "" : $" Next: {gate.Next}")}";

    private static string Command(string kind, GateFinding each)
    {
        var finding = each.Finding;
        var place = finding is { File: { } file, Layer: null }
            ? $" file={Property(file)}{(finding.Line is { } line ? $",line={line}" : "")}{(finding.Column is { } column ? $",col={column}" : "")},"
            : " ";
        var message = finding.Layer is null && finding.File is not null
            ? finding.Message
            : $"{DisplayNames.FormatPlace(finding)}: {finding.Message}";
        var title = Property($"{each.Gate.Name} {finding.RuleId}");
        return $"::{kind}{place}title={title}::{Data(finding.Help is null ? message : $"{message}\n{finding.Help}")}";
    }

    private static string Command(string kind, string title, string message) => $"::{kind} title={Property(title)}::{Data(message)}";

    private static string Data(string text) => VisibleText.Of(text)
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
