using System.Collections.Immutable;

namespace ContainerSecurity.Images.Building;

/// <summary>What a build takes from outside the Dockerfile.</summary>
internal sealed record BuildSettings
{
    /// <summary>The image's reference, <c>name:tag</c>.</summary>
    public required string Name { get; init; }

    /// <summary>GOARCH name: <c>amd64</c>, <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The only time that is written, so that the same sources give the same bytes.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Values for ARGs that the Dockerfile declares.</summary>
    public ImmutableSortedDictionary<string, string> Arguments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
