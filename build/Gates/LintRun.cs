using System.Collections.Immutable;
using ContainerSecurity.Linting;

namespace ContainerSecurity.Gates;

/// <summary>What an engine said about all Dockerfiles.</summary>
internal sealed record LintRun
{
    public required string Engine { get; init; }

    public string? EngineVersion { get; init; }

    public required ImmutableArray<LintFinding> Findings { get; init; }

    /// <summary>How many rules ran, where that is known.</summary>
    public int? Rules { get; init; }

    public required ImmutableArray<string> Notes { get; init; }
}
