using System.Collections.Frozen;
using System.Globalization;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>What a gate saw, in a few words: what a reader of the table must know to believe its verdict.</summary>
internal static class GateSummary
{
    /// <summary>By gate: which facts of its coverage are told, in which words. A fact that a run has not collected is left out.</summary>
    private static readonly FrozenDictionary<string, (string Fact, Func<object, string> Words)[]> Told = new Dictionary<string, (string, Func<object, string>)[]>
    {
        ["lint"] = [("files", Count("Dockerfile")), ("instructions", Count("instruction")), ("rules", Count("rule")), ("dockerChecks", Count("Docker check"))],
        ["misconfig"] = [("checked", Count("Dockerfile")), ("imageConfiguration", value => $"image configuration {Text(value)}"), ("ownFiles", Count("other file"))],
        ["secrets"] = [("files", Count("file")), ("imageFiles", Count("image file")), ("imageLayers", Count("layer")), ("imageBytes", Size)],
        ["vulnerabilities"] = [("os", Text), ("packages", Count("package")), ("sbomPackages", value => value is 0L ? "" : $"{value} in the SBOM"), ("databaseAgeHours", value => $"database {value} h old"), ("database", Database)],
        ["sbom"] = [("components", Count("component")), ("debianPackages", Count("Debian package")), ("runtimePacks", Count(".NET pack"))],
        ["licenses"] = [("packages", Count("package")), ("licenses", Count("licence")), ("withoutLicense", value => $"{value} without one")],
        ["policy"] = [("claims", Count("claim")), ("files", Count("file")), ("imageFiles", Count("image file")), ("scripts", Count("script"))],
    }.ToFrozenDictionary();

    public static string Saw(GateResult gate)
    {
        if (!Told.TryGetValue(gate.Name, out var told))
            return string.Join(", ", gate.Coverage.Where(fact => fact.Value is long or int).Select(fact => $"{fact.Value} {fact.Key}"));

        var words = told.Where(each => gate.Coverage.ContainsKey(each.Fact)).Select(each => each.Words(gate.Coverage[each.Fact])).Where(text => text.Length > 0).ToList();
        return words.Count > 0 ? string.Join(", ", words) : "nothing";
    }

    public static string Text(object value) => value is IEnumerable<string> texts ? string.Join(", ", texts) : value.ToString() ?? "";

    /// <summary>A number, or how many things a list names.</summary>
    private static Func<object, string> Count(string thing) => value =>
    {
        var count = value is IEnumerable<string> texts ? texts.Count() : Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return $"{count} {thing}{(count == 1 ? "" : "s")}";
    };

    private static string Size(object bytes) => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToInt64(bytes, CultureInfo.InvariantCulture) / 1048576.0:0.0} MiB");

    /// <summary>A time is told as an age already.</summary>
    private static string Database(object value) => Text(value) switch
    {
        "none" => "no database",
        "of unknown age" => "database of unknown age",
        _ => "",
    };
}
