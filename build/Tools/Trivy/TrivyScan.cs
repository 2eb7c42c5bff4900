using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>What a scan of an image and a scan of a tree have in common.</summary>
internal abstract record TrivyScan
{
    public required TrivyTool Tool { get; init; }

    /// <summary>The user's settings, already checked.</summary>
    public required TrivyConfig Config { get; init; }

    /// <summary>The database for vulnerabilities; when null or unusable, the scan looks for everything else.</summary>
    public DatabaseState? Database { get; init; }
}

/// <summary>A scan of an image at rest: its packages, files, configuration and history.</summary>
internal sealed record TrivyImageScan : TrivyScan
{
    /// <summary>A docker-archive or an OCI layout directory.</summary>
    public required string Input { get; init; }

    /// <summary>Digest of the manifest to scan in a layout; null for a docker-archive.</summary>
    public string? Manifest { get; init; }

    /// <summary>Whether the docker-archive contains other images too.</summary>
    public bool AmongOthers { get; init; }
}

/// <summary>A scan of a bill of materials for vulnerabilities.</summary>
internal sealed record TrivySbomScan : TrivyScan;

/// <summary>A scan of a folder for secrets and for misconfiguration.</summary>
internal sealed record TrivyTreeScan : TrivyScan
{
    /// <summary>Absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Folders that a build wrote, relative to <see cref="Root"/>.</summary>
    public required ImmutableArray<string> SkipFolders { get; init; }

    /// <summary>Dockerfiles of any name, relative to <see cref="Root"/>.</summary>
    public required ImmutableArray<string> Dockerfiles { get; init; }
}
