using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>Compares named versions of two lists that must say the same.</summary>
internal static class SbomComparison
{
    /// <param name="here">What one list is called, <c>the SBOM</c>.</param>
    /// <param name="there">What the other is called.</param>
    /// <returns>One sentence for each difference.</returns>
    public static IEnumerable<string> Differences(
        ImmutableSortedDictionary<string, string> left, string here, ImmutableSortedDictionary<string, string> right, string there)
    {
        foreach (var (name, version) in left)
        {
            if (!right.TryGetValue(name, out var other))
                yield return $"{here} names {name} {version}, {there} does not";
            else if (other != version)
                yield return $"{here} names {name} {version}, {there} {name} {other}";
        }

        foreach (var (name, version) in right.Where(pair => !left.ContainsKey(pair.Key)))
            yield return $"{there} names {name} {version}, {here} does not";
    }
}
