using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Vex;

/// <summary>A package URL taken apart (package-url/purl-spec).</summary>
/// <param name="Name">With the namespace before it.</param>
internal sealed record PackageUrl(string Type, string Name, string? Version, ImmutableSortedDictionary<string, string> Qualifiers)
{
    private const string Scheme = "pkg:";

    /// <returns>Null for anything else.</returns>
    public static PackageUrl? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal))
            return null;

        var parts = text[Scheme.Length..].Split('#')[0].Split('?', 2);
        var path = parts[0].Trim('/');
        var at = path.LastIndexOf('@');
        var name = at < 0 ? path : path[..at];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 ? null : new PackageUrl(
            name[..slash].ToLowerInvariant(),
            Uri.UnescapeDataString(name[(slash + 1)..]),
            at < 0 ? null : Uri.UnescapeDataString(path[(at + 1)..]),
            ReadQualifiers(parts.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary>Whether this names the other: without a version every one is meant, and of the qualifiers those that are given must agree.</summary>
    public bool Covers(PackageUrl other) =>
        Type == other.Type
        && string.Equals(Name, other.Name, Type == "nuget" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        && (Version is null || Version == other.Version)
        && Qualifiers.All(wanted => other.Qualifiers.TryGetValue(wanted.Key, out var value) && value == wanted.Value);

    private static ImmutableSortedDictionary<string, string> ReadQualifiers(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .DistinctBy(pair => pair[0])
        .ToImmutableSortedDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""), StringComparer.Ordinal);
}
