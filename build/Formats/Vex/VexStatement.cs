using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Vex;

/// <summary>What somebody says of vulnerabilities in products.</summary>
/// <param name="File">Name of the file that says it.</param>
/// <param name="Number">Its place there, from 1.</param>
internal sealed record VexStatement(string File, int Number)
{
    /// <summary>The vulnerability's name and its other names.</summary>
    public required ImmutableArray<string> Vulnerabilities { get; init; }

    public required ImmutableArray<VexProduct> Products { get; init; }

    public required VexStatus Status { get; init; }

    /// <summary>Justification and explanation; empty where none is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>Later statements count over earlier ones.</summary>
    public required DateTimeOffset Time { get; init; }
}

/// <summary>A package, or an image with the packages in it that are meant (none: all of it).</summary>
/// <param name="Name">Package URL, digest or name.</param>
internal sealed record VexProduct(string Name, ImmutableArray<string> Subcomponents);

/// <summary>What OpenVEX can say; CycloneDX has other words for the same.</summary>
public enum VexStatus
{
    Affected,
    UnderInvestigation,
    NotAffected,
    Fixed,
}
