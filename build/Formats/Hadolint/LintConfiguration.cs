using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>What a <c>hadolint.yaml</c> says, as far as it decides anything.</summary>
internal sealed record LintConfiguration
{
    /// <summary>Findings at this level or a stricter one fail; <see cref="LintLevel.Ignore"/> lets any finding fail.</summary>
    public LintLevel FailureThreshold { get; init; } = LintLevel.Info;

    /// <summary>Codes that are not reported.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = [];

    /// <summary>Levels by code, instead of the rules' own.</summary>
    public ImmutableSortedDictionary<string, LintLevel> Overrides { get; init; } = ImmutableSortedDictionary<string, LintLevel>.Empty;

    /// <summary>Labels that each image must have, and what they hold.</summary>
    public ImmutableSortedDictionary<string, LabelType> LabelSchema { get; init; } = ImmutableSortedDictionary<string, LabelType>.Empty;

    /// <summary>Labels outside the schema are findings.</summary>
    public bool StrictLabels { get; init; }

    /// <summary>Registries that images may come from, <c>*</c> at either end; empty means any.</summary>
    public ImmutableArray<string> TrustedRegistries { get; init; } = [];

    /// <summary>Pragmas in Dockerfiles ignore nothing.</summary>
    public bool DisableIgnorePragma { get; init; }

    /// <summary>Findings never fail.</summary>
    public bool NoFail { get; init; }

    /// <summary>Ports that EXPOSE may name; null for any. A key of this suite, which Hadolint passes over.</summary>
    public ImmutableSortedSet<int>? AllowedPorts { get; init; }

    /// <summary>Packages that may be installed, by name; null for any. A key of this suite, which Hadolint passes over.</summary>
    public ImmutableSortedSet<string>? AllowedPackages { get; init; }
}
