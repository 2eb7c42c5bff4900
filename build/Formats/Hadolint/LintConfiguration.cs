using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>What a <c>hadolint.yaml</c> says, as far as it decides anything.</summary>
internal sealed record LintConfiguration
{
    /// <summary>Findings as bad as this or worse fail.</summary>
    public Severity FailureThreshold { get; init; } = Severity.Low;

    /// <summary>As the file names it: <c>ignore</c> and <c>none</c> let any finding fail, as <c>style</c> does.</summary>
    public string FailureThresholdName { get; init; } = "info";

    /// <summary>Codes that are not reported.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = [];

    /// <summary>Severities by code, instead of the rules' own.</summary>
    public ImmutableSortedDictionary<string, Severity> Overrides { get; init; } = ImmutableSortedDictionary<string, Severity>.Empty;

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
