using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Images;
using ContainerSecurity.Options;

namespace ContainerSecurity.Gates;

/// <summary>The facts all gates share, collected once.</summary>
internal sealed record GateInput
{
    public required BuildOptions Options { get; init; }

    public required BuildPaths Paths { get; init; }

    /// <summary>The files of the repository, listed once.</summary>
    public required RepositoryFiles Files { get; init; }

    /// <summary>Every Dockerfile of the repository (or those named by <c>--dockerfile</c>), read and parsed.</summary>
    public required ImmutableArray<DockerfileSource> Dockerfiles { get; init; }

    /// <summary>What is judged, an image for each platform; empty when there is none, and then <see cref="ImageMissing"/> says why.</summary>
    public ImmutableArray<ContainerImage> Images { get; init; } = [];

    /// <summary>Where the images lie: an OCI layout directory or a docker-archive.</summary>
    public string? ImagePath { get; init; }

    public string? ImageMissing { get; init; }

    /// <summary>What kept the built-in builder from building, each with its line of the Dockerfile.</summary>
    public ImmutableArray<Finding> BuilderFindings { get; init; } = [];
}
