using System.Collections.Immutable;
using ContainerSecurity.Dockerfiles;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace ContainerSecurity.Gates;

/// <summary>The facts all gates share, collected once.</summary>
internal sealed record GateInput
{
    public required BuildOptions Options { get; init; }

    public required BuildPaths Paths { get; init; }

    /// <summary>Every Dockerfile of the repository (or those named by <c>--dockerfile</c>), read and parsed.</summary>
    public required ImmutableArray<DockerfileSource> Dockerfiles { get; init; }

    /// <summary>The image that is judged; null when there is none, and then <see cref="ImageMissing"/> says why.</summary>
    public ContainerImage? Image { get; init; }

    /// <summary>Where the image lies: an OCI layout directory or a docker-archive.</summary>
    public string? ImagePath { get; init; }

    public string? ImageMissing { get; init; }

    /// <summary>What kept the built-in builder from building, each with its line of the Dockerfile.</summary>
    public ImmutableArray<Finding> BuilderFindings { get; init; } = [];
}
