using System.Collections.Immutable;

namespace Build.Tests.Documentation;

/// <summary>What other programs check of images, and which check, rule or gate does it here.</summary>
/// <param name="Id">As that program names it.</param>
/// <param name="What">What it looks for.</param>
/// <param name="Here">Checks in backticks; what is not covered says so.</param>
internal sealed record PeerCheck(string Id, string What, string Here);

internal static class PeerCoverage
{
    /// <summary>Dockle 0.4.15 (pkg/types/checkpoint.go).</summary>
    public static readonly ImmutableArray<PeerCheck> Dockle =
    [
        new("CIS-DI-0001", "no user, or root", "`image-user`: a number above 0, so that `0` and names are found too"),
        new("CIS-DI-0005", "content trust is off", "not covered: it asks the caller's shell. `stage-base` and `image-base` hold bases by digest"),
        new("CIS-DI-0006", "no HEALTHCHECK", "`image-healthcheck`, which also finds one that runs what is not there"),
        new("CIS-DI-0007", "update without install", "`image-history`"),
        new("CIS-DI-0008", "setuid and setgid files", "`image-setuid`, and `image-capabilities`"),
        new("CIS-DI-0009", "ADD instead of COPY", "rule DL3020 for Dockerfiles; `image-history` for addresses; the ADD of a base is no finding"),
        new("CIS-DI-0010", "secrets in variables and files", "`image-secrets`, by content in every layer, and `image-environment`"),
        new("DKL-DI-0001", "sudo", "`image-sudo`"),
        new("DKL-DI-0002", "VOLUME on /dev, /proc or /sys", "`image-read-only`: no volume at all"),
        new("DKL-DI-0003", "dist-upgrade", "`image-history`"),
        new("DKL-DI-0004", "apk add without --no-cache", "`image-history`, `image-leftovers`, and rule DL3019 for Dockerfiles"),
        new("DKL-DI-0005", "lists of apt are kept", "`image-leftovers`, and rule DL3009 for Dockerfiles"),
        new("DKL-DI-0006", "the tag latest", "not covered: an archive or layout is what it is, whatever its name; rule DL3007 for bases"),
        new("DKL-LI-0001", "an empty password", "`image-accounts`"),
        new("DKL-LI-0002", "a user or group number twice", "`image-accounts`"),
        new("DKL-LI-0003", "files that are not needed", "`image-leftovers`, and `image-files` for all others"),
    ];

    /// <summary>docker-bench-security 1.6.1, section 4; CIS Docker Benchmark 1.6.</summary>
    public static readonly ImmutableArray<PeerCheck> DockerBench =
    [
        new("4.1", "a user for the container", "`image-user`, `stage-user`"),
        new("4.2", "trusted base images", "`stage-base`, `image-base`"),
        new("4.3", "no unnecessary packages", "`image-packages`, `installed-packages`, `image-package-managers`, `image-shells`, `image-programs`"),
        new("4.4", "images are scanned and rebuilt", "gate `vulnerabilities`; when an image is built again is not covered"),
        new("4.5", "content trust", "not covered: see CIS-DI-0005"),
        new("4.6", "HEALTHCHECK", "`image-healthcheck`"),
        new("4.7", "update is not used alone", "`image-history`"),
        new("4.8", "setuid and setgid are removed", "`image-setuid`, `image-capabilities`"),
        new("4.9", "COPY instead of ADD", "rule DL3020 for Dockerfiles; `image-history` for addresses"),
        new("4.10", "no secrets in Dockerfiles", "`tree-secrets`, `image-secrets`"),
        new("4.11", "only verified packages", "`image-piped-installs`, `tree-piped-installs`; signatures of packages are not covered"),
        new("4.12", "artifacts are signed", "not covered"),
    ];
}
