using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>The flags that Trivy has renamed or added over the years (see Trivy's release notes). Only this type depends on the version.</summary>
internal sealed record TrivyDialect
{
    /// <summary>The first version with all new names; the old ones still work for some versions, with a warning.</summary>
    private static readonly Version FirstCurrent = new(0, 65);

    public required string MisconfigurationScanner { get; init; }

    public required string SkipChecksUpdate { get; init; }

    public required string PackageTypes { get; init; }

    /// <summary>Whether it reads CycloneDX only up to 1.5.</summary>
    public required bool WantsOlderSbom { get; init; }

    /// <summary>Flags that only this dialect has, for scans of a bill of materials.</summary>
    public required ImmutableArray<string> Sbom { get; init; }

    /// <summary>Flags that only this dialect has, for every scan.</summary>
    public required ImmutableArray<string> Scan { get; init; }

    /// <summary>Flags that only this dialect has, for scans of an image.</summary>
    public required ImmutableArray<string> Image { get; init; }

    public static TrivyDialect Legacy { get; } = new()
    {
        MisconfigurationScanner = "config",
        SkipChecksUpdate = "--skip-policy-update",
        PackageTypes = "--vuln-type",
        WantsOlderSbom = true,
        Sbom = ["--list-all-pkgs"],
        Scan = [],
        Image = ["--list-all-pkgs"],
    };

    public static TrivyDialect Current { get; } = new()
    {
        MisconfigurationScanner = "misconfig",
        SkipChecksUpdate = "--skip-check-update",
        PackageTypes = "--pkg-types",
        WantsOlderSbom = false,
        Sbom = ["--scanners", "vuln"],
        Scan = ["--skip-version-check", "--disable-telemetry", "--skip-vex-repo-update"],
        Image = [],
    };

    /// <param name="version">
    /// <c>0.75.0</c>; anything that is not a number (<c>dev</c>) is treated as an old build, because every release reports its version.
    /// </param>
    public static TrivyDialect ForVersion(string version) =>
        Version.TryParse(version, out var number) && number >= FirstCurrent ? Current : Legacy;
}
