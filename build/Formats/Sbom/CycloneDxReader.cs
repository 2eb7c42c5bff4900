using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>Reads of a CycloneDX document what can be compared: the product, and every component with name, version and package URL.</summary>
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

            return new SbomDocument
            {
                Product = Component(root.GetProperty("metadata").GetProperty("component")),
                Components = [.. root.GetProperty("components").EnumerateArray().Select(Component)],
                Time = root.GetProperty("metadata").GetProperty("timestamp").GetDateTimeOffset(),
            };
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException($"{name} cannot be read as CycloneDX JSON. Make it again with --target=Sbom.", broken);
        }
    }

    private static SbomComponent Component(JsonElement json) => new()
    {
        Type = json.GetProperty("type").GetString()!,
        Name = json.GetProperty("name").GetString()!,
        Version = Text(json, "version") ?? "",
        Purl = Text(json, "purl"),
        Description = Text(json, "description"),
        License = License(json),
        IsExcluded = Text(json, "scope") == "excluded",
        Hashes = Pairs(json, "hashes", "alg", "content"),
        Properties = Pairs(json, "properties", "name", "value"),
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
