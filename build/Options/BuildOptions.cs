using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Tools.Trivy.Database;

namespace ContainerSecurity.Options;

/// <summary>What the user asked for, read once from the command line and never changed.</summary>
public sealed record BuildOptions
{
    /// <summary>Globs of Dockerfiles to lint, relative to the repository root; empty means all of them.</summary>
    public ImmutableArray<string> Dockerfiles { get; init; } = [];

    public string? HadolintConfig { get; init; }

    public string? TrivyConfig { get; init; }

    /// <summary>A reference of a running engine's image to judge instead of the built one.</summary>
    public string? Image { get; init; }

    /// <summary>A docker-archive, OCI archive or OCI layout directory to judge instead of the built one.</summary>
    public string? Input { get; init; }

    public ImageEngine ImageEngine { get; init; }

    public LintEngine LintEngine { get; init; }

    /// <summary>Prints the lint gate's findings on stdout as Hadolint would, and everything else on stderr.</summary>
    public LintFormat? LintFormat { get; init; }

    /// <summary>Findings at or above this severity fail a gate; <c>lint</c> is decided by <c>failure-threshold</c> alone.</summary>
    public Severity FailOn { get; init; } = Severity.High;

    /// <summary>An incomplete gate fails the run (exit code 3).</summary>
    public bool Strict { get; init; }

    /// <summary>How old the vulnerability database may be; its makers publish every six hours, and what is older than a day misses what was found since.</summary>
    public TimeSpan DatabaseMaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Where the vulnerability database is fetched from, and only from there; with a digest it is that one and no other.</summary>
    public string? DatabaseRepository { get; init; }

    internal DatabaseSettings Database => new(DatabaseMaxAge, DatabaseRepository, Offline);

    /// <summary>A Trivy server whose database is used instead of one of our own.</summary>
    public Uri? TrivyServer { get; init; }

    /// <summary>Files that say which vulnerabilities do not matter, and why (OpenVEX, CycloneDX).</summary>
    public ImmutableArray<string> Vex { get; init; } = [];

    /// <summary>Licences that packages may have, by SPDX identifier; empty judges none.</summary>
    public ImmutableArray<string> Licenses { get; init; } = [];

    /// <summary>Never touch the network.</summary>
    public bool Offline { get; init; }

    /// <summary><c>linux-x64</c> or <c>linux-arm64</c>.</summary>
    public required string Rid { get; init; }

    /// <summary>Absolute folder for everything that is produced.</summary>
    public required string Output { get; init; }
}

/// <summary>Who builds the image.</summary>
public enum ImageEngine
{
    Auto,
    BuiltIn,
    Docker,
    Podman,
    Buildah,
}

/// <summary>Who lints the Dockerfiles.</summary>
public enum LintEngine
{
    Auto,
    Hadolint,
    BuiltIn,
}
