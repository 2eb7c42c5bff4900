using System.Text.Json;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>
/// What the proxy does with every name that the types of the official clients have. The rows are in the JSON files beside this one, a file for each
/// table of the document; the names are in <c>Schemas/names.json</c>.
/// </summary>
internal sealed record WireNameTable(string Title, IReadOnlyList<WireNameRow> Rows)
{
    private const string Folder = "tests/Proxy.Tests";

    /// <param name="root">Of the repository.</param>
    public static IReadOnlyList<WireNameTable> ReadAll(string root) =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(root, Folder, "Documentation/WireNames"), "*.json").Order(StringComparer.Ordinal)
           select JsonSerializer.Deserialize<WireNameTable>(File.ReadAllText(file), JsonSerializerOptions.Web),
    ];

    /// <summary>The names of the pinned clients by kind.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadNames(string root) =>
        ParseNames(File.ReadAllText(Path.Combine(root, Folder, "Schemas/names.json")));

    /// <param name="json">What <c>Schemas/names.js</c> writes.</param>
    public static IReadOnlyDictionary<string, string[]> ParseNames(string json) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!;

    /// <summary>Each as <c>kind: name</c>.</summary>
    public static IEnumerable<string> WithoutRow(IReadOnlyDictionary<string, string[]> names, IReadOnlyList<WireNameTable> tables) =>
        from kind in names
        let patterns = tables.SelectMany(table => table.Rows).Where(row => row.Kind == kind.Key).SelectMany(row => row.Patterns).ToList()
        from name in kind.Value
        where !patterns.Exists(pattern => WireNameRow.Fits(pattern, name))
        select $"{kind.Key}: {name}";
}
