using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>Reads of a CycloneDX document the product, every component, what depends on what, and the tools that made it.</summary>
internal static class CycloneDxReader
{
    /// <param name="name">Names the document in errors.</param>
    /// <exception cref="InputException">No CycloneDX JSON.</exception>
    public static SbomDocument Read(ReadOnlyMemory<byte> text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("bomFormat").GetString() != "CycloneDX")
                throw new InputException($"{name} is no CycloneDX document.");

            var (metadata, dependencies) = (root.GetProperty("metadata"), Dependencies(root));
            return new SbomDocument
            {
                Product = Component(metadata.GetProperty("component"), dependencies),
                Components = [.. root.GetProperty("components").EnumerateArray().Select(json => Component(json, dependencies))],
                Tools = Tools(metadata, dependencies),
                Time = metadata.GetProperty("timestamp").GetDateTimeOffset(),
            };
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException($"{name} cannot be read as CycloneDX JSON. Make it again with --target=Sbom.", broken);
        }
    }

    /// <summary>By the reference of what depends on them.</summary>
    private static ILookup<string, string> Dependencies(JsonElement root) =>
        (from entry in root.TryGetProperty("dependencies", out var entries) ? entries.EnumerateArray() : default
         from dependency in entry.TryGetProperty("dependsOn", out var list) ? list.EnumerateArray() : default
         select (From: Text(entry, "ref"), To: dependency.GetString())).ToLookup(edge => edge.From ?? "", edge => edge.To ?? "");

    /// <summary>In the form of 1.5 and later; older ones only name their tools.</summary>
    private static ImmutableArray<SbomComponent> Tools(JsonElement metadata, ILookup<string, string> dependencies) =>
        metadata.TryGetProperty("tools", out var tools)
        && tools.ValueKind == JsonValueKind.Object
        && tools.TryGetProperty("components", out var components)
            ? [.. components.EnumerateArray().Select(json => Component(json, dependencies))]
            : [];

    private static SbomComponent Component(JsonElement json, ILookup<string, string> dependencies) => new()
    {
        Type = json.GetProperty("type").GetString()!,
        Name = json.GetProperty("name").GetString()!,
        Version = Text(json, "version") ?? "",
        Purl = Text(json, "purl"),
        Description = Text(json, "description"),
        Supplier = json.TryGetProperty("supplier", out var supplier) ? Text(supplier, "name") : null,
        License = License(json),
        IsExcluded = Text(json, "scope") == "excluded",
        Hashes = Pairs(json, "hashes", "alg", "content"),
        Properties = Pairs(json, "properties", "name", "value"),
        DependsOn = [.. dependencies[Text(json, "bom-ref") ?? ""]],
    };

    /// <summary>An expression, or one licence by its identifier or its name; several hold together.</summary>
    private static string? License(JsonElement json) => json.TryGetProperty("licenses", out var licenses) && licenses.GetArrayLength() > 0
        ? string.Join(" AND ", licenses.EnumerateArray().Select(
            each => each.TryGetProperty("license", out var license) ? Text(license, "id") ?? Text(license, "name") : Text(each, "expression")))
        : null;

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static ImmutableSortedDictionary<string, string> Pairs(JsonElement json, string member, string key, string value) =>
        json.TryGetProperty(member, out var pairs)
            ? pairs.EnumerateArray().ToImmutableSortedDictionary(
                pair => pair.GetProperty(key).GetString()!, pair => pair.GetProperty(value).GetString()!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;
}
