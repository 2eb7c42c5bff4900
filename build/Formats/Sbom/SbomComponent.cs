using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Sbom;

/// <summary>One thing that a bill of materials names.</summary>
public sealed record SbomComponent
{
    /// <summary>CycloneDX's word: <c>application</c>, <c>library</c>, <c>framework</c>, <c>operating-system</c>, <c>file</c>.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Package URL; null for what no registry has.</summary>
    public string? Purl { get; init; }

    public string? Description { get; init; }

    public string? Supplier { get; init; }

    /// <summary>An SPDX expression; null when it is not known.</summary>
    public string? License { get; init; }

    /// <summary>By CycloneDX's name of the algorithm: <c>SHA-256</c>, <c>SHA-512</c>; hexadecimal.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Facts that have no field of their own.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>It was at hand when the product was made, and nothing of it is inside.</summary>
    public bool IsExcluded { get; init; }

    /// <summary><see cref="Ref"/>s of what it is made with.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Names the component within its document.</summary>
    public string Ref => Purl ?? $"{Type}:{Name}@{Version}";
}
