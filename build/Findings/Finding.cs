using System.Text.Json.Serialization;

namespace ContainerSecurity.Findings;

/// <summary>One thing a gate found: which rule, how severe, where, and how to fix it. The shape is the same as in <c>scan.json</c>.</summary>
public sealed record Finding
{
    /// <summary>The rule's public name: <c>DL3002</c>, <c>CT-1.1</c>, <c>CVE-2026-0001</c>.</summary>
    public required string RuleId { get; init; }

    public required Severity Severity { get; init; }

    public required string Message { get; init; }

    /// <summary>Relative to the repository root with <c>/</c>; the absolute path inside the image when <see cref="Layer"/> is set.</summary>
    public string? File { get; init; }

    /// <summary>1-based.</summary>
    public int? Line { get; init; }

    /// <summary>1-based.</summary>
    public int? Column { get; init; }

    /// <summary>The layer's diff id, <c>sha256:…</c>.</summary>
    public string? Layer { get; init; }

    /// <summary><c>linux/amd64</c>.</summary>
    public string? Platform { get; init; }

    public string? Package { get; init; }

    public string? InstalledVersion { get; init; }

    public string? FixedVersion { get; init; }

    /// <summary>Package URL of <see cref="Package"/>, by which exceptions and VEX statements name it.</summary>
    public string? Purl { get; init; }

    /// <summary>Whether the vulnerability is in the catalogue of those that are exploited (CISA KEV); null where nothing says so.</summary>
    public bool? KnownExploited { get; init; }

    /// <summary>How likely it is exploited within 30 days, 0 to 1 (FIRST, EPSS); null where the database does not say.</summary>
    public double? Epss { get; init; }

    /// <summary>CVSS base score, 0 to 10; null where the database has none.</summary>
    public double? Cvss { get; init; }

    /// <summary>How to fix it, or a URL that explains it.</summary>
    public string? Help { get; init; }

    /// <summary>The claim of SECURITY.md that this finding breaks.</summary>
    public string? Claim { get; init; }

    /// <summary>Whether it fails the gate; absent where it does not.</summary>
    public bool? Blocks { get; init; }

    /// <summary>
    /// Tells a finding from others and stays the same while its line moves: digest of rule, file and the line's text, or of rule, path and package;
    /// then a number for the first, second … of its kind. Null where it is none of a run.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>What exceptions call it where that is not the rule: the licence of a package. Not reported.</summary>
    [JsonIgnore]
    public string? ExceptionId { get; init; }

    /// <summary>Set when an exception covers the finding, which then stays in the report without affecting the verdict.</summary>
    public Suppression? Suppressed { get; init; }
}
