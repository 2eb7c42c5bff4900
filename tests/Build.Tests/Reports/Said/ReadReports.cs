using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Build.Tests.Reports.Said;

/// <summary>Reads reports as the programs do for which they are made, and knows nothing of how they were written.</summary>
internal static partial class ReadReports
{
    public static SaidScan Json(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        return new(Text(document.RootElement, "verdict"), [.. document.RootElement.GetProperty("gates").EnumerateArray().Select(gate =>
            SaidGate.Create(Text(gate, "name"), Text(gate, "verdict"), [.. gate.GetProperty("findings").EnumerateArray().Select(Found)]))]);

        static SaidFinding Found(JsonElement finding) => SaidFinding.Create(
            Text(finding, "severity"), Text(finding, "ruleId"), Place(finding), finding.TryGetProperty("suppressed", out _));
    }

    public static SaidScan Sarif(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        return new(Text(document.RootElement.GetProperty("properties"), "verdict"), [.. document.RootElement.GetProperty("runs").EnumerateArray()
            .Select(run => SaidGate.Create(
                Text(run.GetProperty("automationDetails"), "id").Split('/')[^2],
                Text(run.GetProperty("properties"), "verdict"),
                run.GetProperty("properties").GetProperty("open").GetInt32(),
                run.GetProperty("properties").GetProperty("suppressed").GetInt32(),
                run.GetProperty("results").EnumerateArray().Select(Result)))]);

        static SaidFinding Result(JsonElement result) => SaidFinding.Create(
            Text(result.GetProperty("properties"), "severity"),
            Text(result, "ruleId"),
            Text(result.GetProperty("locations")[0].GetProperty("logicalLocations")[0], "fullyQualifiedName"),
            result.TryGetProperty("suppressions", out _));
    }

    public static SaidScan Junit(byte[] content)
    {
        var root = XDocument.Load(new MemoryStream(content)).Root!;
        return new(((string)root.Attribute("name")!).Split(' ')[^1], [.. root.Elements("testsuite").Select(suite => SaidGate.Create(
            (string)suite.Attribute("name")!,
            (string)suite.Element("properties")!.Elements().First(each => (string)each.Attribute("name")! == "verdict").Attribute("value")!,
            [.. suite.Elements("testcase").Where(test => (string)test.Attribute("name")! != "verdict").Select(Case)]))]);

        static SaidFinding Case(XElement test)
        {
            var result = test.Elements().Single();
            var name = ((string)test.Attribute("name")!).Split(' ', 2);
            return SaidFinding.Create(result.Value.Split(':')[0], name[0], name.ElementAtOrDefault(1) ?? "", result.Name == "skipped");
        }
    }

    /// <summary>A table cell may hold an escaped bar.</summary>
    public static SaidScan Markdown(string text)
    {
        var lines = text.Split('\n');
        var verdict = lines[0].Split(": ")[1];
        var rows = lines.SkipWhile(line => !line.StartsWith("| gate |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(Cells).ToList();
        return new(verdict, [.. rows.Select(row => SaidGate.Create(row[0], row[1], int.Parse(row[3]), int.Parse(row[4]), Findings(lines, row[0])))]);
    }

    private static IEnumerable<SaidFinding> Findings(string[] lines, string gate) => lines
        .SkipWhile(line => !line.StartsWith($"## {gate}: ", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(Cells)
        .Select(row => SaidFinding.Create(row[0].Split("~~ ")[0].Trim('~'), row[1], row[2], row[0].StartsWith("~~", StringComparison.Ordinal)));

    private static string[] Cells(string line) =>
        [.. Bar().Split(line)[1..^1].Select(cell => Escape().Replace(cell.Trim().Replace("<br>", " "), "$1").Replace("&amp;", "&"))];

    private static string Place(JsonElement finding)
    {
        var (file, layer, package) = (Maybe(finding, "file"), Maybe(finding, "layer"), Maybe(finding, "package"));
        var line = layer is null && finding.TryGetProperty("line", out var number) ? $":{number.GetInt32()}" : "";
        var what = file is not null ? file + line : package is not null ? $"{package} {Maybe(finding, "installedVersion")}" : null;
        return what is null ? "-" : layer is null ? what : $"{what} (layer {layer[..19]})";
    }

    private static string? Maybe(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetString()!;

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"\\([\\`*_\[\]<>|~#+-])")]
    private static partial Regex Escape();
}
