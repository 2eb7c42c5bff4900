using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Tools.Trivy.Database;

namespace ContainerSecurity.Options;

/// <summary>The user's options, read once from the command line and never changed.</summary>
public sealed record BuildOptions
{
    /// <summary>The command that repeats this run: without secrets, and without what only says where results go.</summary>
    public string Command { get; init; } = "./build.sh";

    /// <summary>Every command line is shown before it runs.</summary>
    public bool IsDiagnostic { get; init; }

    /// <summary>Globs of Dockerfiles to lint, relative to the repository root; empty means all of them.</summary>
    public ImmutableArray<string> Dockerfiles { get; init; } = [];

    public string? HadolintConfig { get; init; }

    public string? TrivyConfig { get; init; }

    /// <summary>Reference of an image in a running engine, checked instead of the built one.</summary>
    public string? Image { get; init; }

    /// <summary>A docker-archive, OCI archive or OCI layout directory, checked instead of the built image.</summary>
    public string? Input { get; init; }

    public ImageEngine ImageEngine { get; init; }

    public LintEngine LintEngine { get; init; }

    /// <summary>Prints the lint gate's findings on stdout as Hadolint would, and everything else on stderr.</summary>
    public LintFormat? LintFormat { get; init; }

    /// <summary>Findings at or above this severity fail a gate; <c>lint</c> is decided by <c>failure-threshold</c> alone.</summary>
    public Severity FailOn { get; init; } = Severity.High;

    /// <summary>An incomplete gate fails the run (exit code 3).</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// The largest accepted age of the vulnerability database. A new one is published every six hours; one that is older than a day misses recent
    /// vulnerabilities.
    /// </summary>
    public TimeSpan DatabaseMaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The only repository from which the vulnerability database is downloaded; with a digest exactly that database.</summary>
    public string? DatabaseRepository { get; init; }

    internal DatabaseSettings Database => new(DatabaseMaxAge, DatabaseRepository, Offline);

    /// <summary>A Trivy server whose database is used instead of a local one.</summary>
    public Uri? TrivyServer { get; init; }

    /// <summary>Files that say which vulnerabilities do not matter, and why (OpenVEX, CycloneDX).</summary>
    public ImmutableArray<string> Vex { get; init; } = [];

    /// <summary>Licences that packages may have, by SPDX identifier; when empty, licences are not checked.</summary>
    public ImmutableArray<string> Licenses { get; init; } = [];

    /// <summary>Absolute path of another repository, judged in place of this one.</summary>
    public string? Repository { get; init; }

    /// <summary>What a repository promises in figures and lists; null for the repository's own.</summary>
    public string? Policy { get; init; }

    /// <summary>A <c>scan.json</c> of an earlier run, which the page of this one compares with.</summary>
    public string? Baseline { get; init; }

    /// <summary>The folder of another build, which Rebuild compares with.</summary>
    public string? Against { get; init; }

    /// <summary>The private key that Release signs with; null for a release that is not signed.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The key that CheckRelease holds signatures against; null when the user names nobody.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The time at which a release must be valid; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Verify neither plants defects nor builds twice.</summary>
    public bool Quick { get; init; }

    /// <summary>Other proxies that Bench measures beside, each as <c>NAME=COMMAND</c>.</summary>
    public ImmutableArray<string> Peers { get; init; } = [];

    /// <summary>The scenarios that Bench measures; empty means all, and everything else that it measures.</summary>
    public ImmutableArray<string> Scenarios { get; init; } = [];

    /// <summary>Never touch the network.</summary>
    public bool Offline { get; init; }

    /// <summary><c>linux-x64</c> and <c>linux-arm64</c>, at least one: the platforms of the binary, and of the image.</summary>
    public required ImmutableArray<string> Rids { get; init; }

    /// <summary>The first platform, where one must do.</summary>
    public string Rid => Rids[0];

    /// <summary>Absolute path of the folder for all results.</summary>
    public required string Output { get; init; }
}
