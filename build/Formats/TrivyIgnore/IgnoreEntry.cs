using System.Collections.Immutable;

namespace ContainerSecurity.Formats.TrivyIgnore;

/// <summary>One exception of <c>.trivyignore.yaml</c>, as written.</summary>
internal sealed record IgnoreEntry
{
    public required string Id { get; init; }

    /// <summary>Globs of the files it covers; empty covers all.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Package URLs, with or without version and qualifiers, that it covers; empty covers all.</summary>
    public ImmutableArray<string> Purls { get; init; } = [];

    public string? Statement { get; init; }

    /// <summary>The last day on which it is valid.</summary>
    public DateOnly? ExpiresAt { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }
}
