using System.Collections.Immutable;

namespace ContainerSecurity.Images;

/// <summary>The OCI image configuration, as far as gates and builder use it (image-spec config.md).</summary>
internal sealed record ImageConfig
{
    public required string Os { get; init; }

    /// <summary>GOARCH name: <c>amd64</c>, <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    public string User { get; init; } = "";

    /// <summary><c>8082/tcp</c>.</summary>
    public ImmutableSortedSet<string> ExposedPorts { get; init; } = [];

    /// <summary><c>NAME=value</c> in order.</summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<string> Entrypoint { get; init; } = [];

    public ImmutableArray<string> Command { get; init; } = [];

    public string WorkingDirectory { get; init; } = "";

    public ImmutableSortedSet<string> Volumes { get; init; } = [];

    public Healthcheck? Healthcheck { get; init; }

    public DateTimeOffset? Created { get; init; }

    public ImmutableArray<HistoryEntry> History { get; init; } = [];
}
