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
}
