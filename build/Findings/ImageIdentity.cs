using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>Identifies one image.</summary>
/// <param name="Name">Its reference, or the path as given.</param>
/// <param name="Id">Config digest, <c>sha256:…</c>.</param>
/// <param name="Digest">Manifest digest as in <c>index.json</c>; null for a docker-archive, which holds no manifest of the OCI form.</param>
/// <param name="Platform"><c>os/architecture</c>.</param>
public sealed record ImageIdentity(string Name, string Id, string? Digest, string Platform)
{
    /// <summary>What it is made of, from the base up; only in records of a run.</summary>
    public ImmutableArray<LayerSummary> Layers { get; init; } = [];
}
