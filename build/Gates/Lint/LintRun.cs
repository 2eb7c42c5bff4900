using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What an engine said about all Dockerfiles.</summary>
internal sealed record LintRun
{
    public required string Engine { get; init; }

    public string? EngineVersion { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How many rules ran, where that is known.</summary>
    public int? Rules { get; init; }

    /// <summary>Shell lines that ShellCheck's rules should have judged, and did not.</summary>
    public ImmutableArray<string> Unseen { get; init; } = [];

    /// <summary>Workflows, actions, devcontainers and the script files that they name, whose commands were judged too.</summary>
    public ImmutableArray<string> CommandFiles { get; init; } = [];

    public required ImmutableArray<string> Notes { get; init; }
}
