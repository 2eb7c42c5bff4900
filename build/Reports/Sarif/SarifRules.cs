using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Sarif;

/// <summary>The rules that a run's results are of, in the order in which they come first.</summary>
internal sealed partial class SarifRules
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private SarifRules(string gate, IEnumerable<Finding> findings)
    {
        foreach (var rule in findings.GroupBy(finding => finding.RuleId))
        {
            _indexes.Add(rule.Key, _indexes.Count);
            Descriptors.Add((JsonNode)Descriptor(gate, rule.Key, [.. rule]));
        }
    }

    public JsonArray Descriptors { get; } = [];

    public static SarifRules Of(string gate, IEnumerable<Finding> findings) => new(gate, findings);

    public int IndexOf(Finding finding) => _indexes[finding.RuleId];

    private static JsonObject Descriptor(string gate, string id, List<Finding> findings)
    {
        var worst = findings.MaxBy(finding => finding.Severity)!;
        var fix = findings.Select(finding => finding.Help).FirstOrDefault(help => !string.IsNullOrWhiteSpace(help)) ?? "See the message.";
        var rule = new JsonObject
        {
            ["id"] = id,
            ["shortDescription"] = Text(Sentence(worst.Message)),
            ["fullDescription"] = Text(Sentence(worst.Message)),
            ["help"] = new JsonObject { ["text"] = fix, ["markdown"] = Markdown(fix, worst) },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(worst.Severity) },
            ["properties"] = Properties(gate, findings, worst.Severity),
        };
        if (Address().Match(fix) is { Success: true } page)
            rule["helpUri"] = page.Value;
        return rule;
    }

    /// <summary>GitHub's levels: error, warning, note.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary>
    /// The CVSS score where it means the same severity; else the middle of what GitHub shows as that severity, so that no report calls it another.
    /// </summary>
    private static JsonObject Properties(string gate, List<Finding> findings, Severity severity)
    {
        var properties = new JsonObject { ["tags"] = new JsonArray("security", gate) };
        var (lowest, highest, middle) = severity switch
        {
            Severity.Critical => (9.01, 10, 9.5),
            Severity.High => (7.0, 8.99, 8.0),
            Severity.Medium => (4.0, 6.99, 5.5),
            Severity.Low => (0.1, 3.99, 2.0),
            _ => (0, 0, 0.0),
        };
        if (severity == Severity.Info)
            return properties;
        var score = findings.Where(finding => finding.Cvss >= lowest && finding.Cvss <= highest).Max(finding => finding.Cvss) ?? middle;
        properties["security-severity"] = score.ToString("0.0", CultureInfo.InvariantCulture);
        return properties;
    }

    private static string Markdown(string fix, Finding finding) => finding.FixedVersion is { } version && finding.Package is { } package
        ? $"**How to fix it:** {Plain(fix)}\n\n| package | installed | fixed in |\n|---|---|---|\n"
            + $"| {Plain(package)} | {Plain(finding.InstalledVersion ?? "?")} | {Plain(version)} |"
        : $"**How to fix it:** {Plain(fix)}";

    private static string Plain(string text) => Syntax().Replace(text, @"\$0").ReplaceLineEndings(" ");

    private static string Sentence(string text) => text.Trim() is not { Length: > 0 } words ? "-" : words.EndsWith('.') ? words : words + ".";

    private static JsonObject Text(string text) => new() { ["text"] = text };

    [GeneratedRegex(@"https://[A-Za-z0-9./_~?=&%#-]*[A-Za-z0-9/_]")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\\`*_\[\]<>|!~]")]
    private static partial Regex Syntax();
}
