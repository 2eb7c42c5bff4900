using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>A bill of materials: what a product is, what is inside, and what made it.</summary>
public sealed record SbomDocument
{
    public required SbomComponent Product { get; init; }

    public required ImmutableArray<SbomComponent> Components { get; init; }

    /// <summary>Compilers and linkers.</summary>
    public ImmutableArray<SbomComponent> Tools { get; init; } = [];

    /// <summary>Of the sources, not of the clock: the same sources give the same bytes.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Versions of Debian's packages by name.</summary>
    public ImmutableSortedDictionary<string, string> Debian() =>
        Versions(component => component.Purl?.StartsWith("pkg:deb/", StringComparison.Ordinal) == true);

    /// <summary>Versions of .NET's runtime packs by the names that advisories use.</summary>
    public ImmutableSortedDictionary<string, string> RuntimePacks() => Versions(component =>
        component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true
            && !component.Name.Contains(".NativeAOT.", StringComparison.Ordinal));

    private ImmutableSortedDictionary<string, string> Versions(Func<SbomComponent, bool> choose) => Components
        .Where(component => !component.IsExcluded && choose(component))
        .ToImmutableSortedDictionary(component => component.Name, component => component.Version, StringComparer.Ordinal);
}
