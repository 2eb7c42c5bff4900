using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>
/// The few fields of Trivy's JSON report that gates use. Fields that quote file content (<c>Code</c>, <c>Match</c>) are left out, because they can
/// contain a secret.
/// </summary>
internal sealed record TrivyReport
{
    public int SchemaVersion { get; init; }

    public string? ArtifactName { get; init; }

    public TrivyMetadata Metadata { get => field ?? new(); init; }

    public IReadOnlyList<TrivyResult> Results { get => field ?? []; init; }
}

/// <summary>What was scanned.</summary>
internal sealed record TrivyMetadata
{
    [JsonPropertyName("OS")]
    public TrivyOs? Os { get; init; }

    /// <summary>Config digest.</summary>
    [JsonPropertyName("ImageID")]
    public string? ImageId { get; init; }

    /// <summary>The layers that were read.</summary>
    [JsonPropertyName("DiffIDs")]
    public IReadOnlyList<string> DiffIds { get => field ?? []; init; }
}

/// <summary>The recognised operating system.</summary>
internal sealed record TrivyOs
{
    public string? Family { get; init; }

    public string? Name { get; init; }

    /// <summary>No longer supported by its publisher.</summary>
    [JsonPropertyName("EOSL")]
    public bool EndOfLife { get; init; }
}

/// <summary>One file, package database or image configuration that Trivy checked.</summary>
internal sealed record TrivyResult
{
    public string Target { get => field ?? ""; init; }

    /// <summary><c>os-pkgs</c>, <c>lang-pkgs</c>, <c>config</c>, <c>secret</c> and more.</summary>
    public string? Class { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<TrivyPackage> Packages { get => field ?? []; init; }

    public IReadOnlyList<TrivyVulnerability> Vulnerabilities { get => field ?? []; init; }

    public IReadOnlyList<TrivyMisconfiguration> Misconfigurations { get => field ?? []; init; }

    public IReadOnlyList<TrivySecret> Secrets { get => field ?? []; init; }
}

/// <summary>One package that Trivy saw.</summary>
internal sealed record TrivyPackage
{
    public IReadOnlyList<string> Licenses { get => field ?? []; init; }

    public string? Name { get; init; }

    public TrivyPackageIdentifier? Identifier { get; init; }

    public string? Version { get; init; }

    public int Epoch { get; init; }

    /// <summary>Debian's revision.</summary>
    public string? Release { get; init; }

    /// <summary>As the package manager writes it: <c>1:2.0-1</c>.</summary>
    [JsonIgnore]
    public string FullVersion => $"{(Epoch > 0 ? $"{Epoch}:" : "")}{Version}{(Release is { Length: > 0 } release ? $"-{release}" : "")}";
}

/// <summary>The layer a finding lies in.</summary>
internal sealed record TrivyLayer
{
    [JsonPropertyName("DiffID")]
    public string? DiffId { get; init; }
}

/// <summary>A known vulnerability of one installed package.</summary>
internal sealed record TrivyVulnerability
{
    [JsonPropertyName("VulnerabilityID")]
    public string? VulnerabilityId { get; init; }

    public string? PkgName { get; init; }

    /// <summary>The file that names the package, for language packages.</summary>
    public string? PkgPath { get; init; }

    public TrivyPackageIdentifier? PkgIdentifier { get; init; }

    public string? InstalledVersion { get; init; }

    public string? FixedVersion { get; init; }

    public TrivyLayer? Layer { get; init; }

    [JsonPropertyName("PrimaryURL")]
    public string? PrimaryUrl { get; init; }

    public string? Title { get; init; }

    public string? Severity { get; init; }

    /// <summary>Whose severity it is.</summary>
    public string? SeveritySource { get; init; }

    /// <summary>Scores by who gave them.</summary>
    [JsonPropertyName("CVSS")]
    public IReadOnlyDictionary<string, TrivyScore> Cvss { get => field ?? ImmutableDictionary<string, TrivyScore>.Empty; init; }

    public IReadOnlyList<string> References { get => field ?? []; init; }

    /// <summary>What the makers of a database of their own put there; the public one leaves it empty.</summary>
    public JsonElement? Custom { get; init; }
}

/// <summary>CVSS base scores of one source.</summary>
internal sealed record TrivyScore(double? V2Score, double? V3Score, double? V40Score);

/// <summary>The package URL of a package.</summary>
internal sealed record TrivyPackageIdentifier
{
    [JsonPropertyName("PURL")]
    public string? Purl { get; init; }
}

/// <summary>A check that a Dockerfile, manifest or image configuration failed.</summary>
internal sealed record TrivyMisconfiguration
{
    /// <summary><c>DS-0002</c>; <c>DS002</c> before 0.69.</summary>
    [JsonPropertyName("ID")]
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Message { get; init; }

    public string? Resolution { get; init; }

    public string? Severity { get; init; }

    [JsonPropertyName("PrimaryURL")]
    public string? PrimaryUrl { get; init; }

    public string? Status { get; init; }

    public TrivyCause? CauseMetadata { get; init; }
}

/// <summary>Where a failed check points.</summary>
internal sealed record TrivyCause
{
    public int StartLine { get; init; }
}

/// <summary>Something that looks like a secret.</summary>
internal sealed record TrivySecret
{
    [JsonPropertyName("RuleID")]
    public string? RuleId { get; init; }

    public string? Title { get; init; }

    public string? Severity { get; init; }

    public int StartLine { get; init; }

    /// <summary>The line, or a part of a long one, with stars over the secret.</summary>
    public string? Match { get; init; }

    public TrivyLayer? Layer { get; init; }
}

[JsonSerializable(typeof(TrivyReport))]
internal sealed partial class TrivyJson : JsonSerializerContext;
