using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Images;
using ContainerSecurity.Options;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates;

/// <summary>The facts all gates share, collected once.</summary>
internal sealed record GateInput
{
    /// <summary>Reads which files there are and what they are; images are added by <c>with</c>.</summary>
    public static GateInput Read(BuildOptions options, BuildPaths paths, RepositoryFiles files, CancellationToken cancellation)
    {
        var configurations = ConfigurationInputReader.Read(files, cancellation);
        var dockerfiles = DockerfileFinder.Find(files, configurations, options.Dockerfiles);
        return new GateInput
        {
            Options = options,
            Paths = paths,
            Files = files,
            Configurations = configurations,
            LintedDockerfiles = dockerfiles.Sources,
            NotJudged = dockerfiles.NotJudged,
        };
    }

    public required BuildOptions Options { get; init; }

    public required BuildPaths Paths { get; init; }

    /// <summary>The files of the repository, listed once.</summary>
    public required RepositoryFiles Files { get; init; }

    /// <summary>Compose files, devcontainers, workflows and actions, read.</summary>
    public required ConfigurationInputs Configurations { get; init; }

    /// <summary>What the lint gate judges: the Dockerfiles that <c>--dockerfile</c> names, or all of the repository; read and parsed.</summary>
    public required ImmutableArray<DockerfileSource> LintedDockerfiles { get; init; }

    /// <summary>What looks like a Dockerfile, or is named as one, and is not judged.</summary>
    public ImmutableArray<NotJudged> NotJudged { get; init; } = [];

    /// <summary>Every Dockerfile of the repository, whatever is linted; read and parsed.</summary>
    public ImmutableArray<DockerfileSource> Dockerfiles => field.IsDefault
        ? field = Options.Dockerfiles.IsEmpty ? LintedDockerfiles : DockerfileFinder.Find(Files, Configurations, []).Sources
        : field;

    /// <summary>What is judged, an image for each platform; empty when there is none, and then <see cref="ImageMissing"/> says why.</summary>
    public ImmutableArray<ContainerImage> Images { get; init; } = [];

    /// <summary>Where the images lie: an OCI layout directory or a docker-archive.</summary>
    public string? ImagePath { get; init; }

    public string? ImageMissing { get; init; }

    /// <summary>How binary and image came about, where that was looked at; else <see cref="BuildMissing"/> says why not.</summary>
    public BuildFacts? Build { get; init; }

    public string? BuildMissing { get; init; }

    /// <summary>What containers of the image did, where some were started; else <see cref="ContainerMissing"/> says why not.</summary>
    public ContainerFacts? Container { get; init; }

    public string? ContainerMissing { get; init; }

    /// <summary>What the isolated devcontainer did, where it was started; else <see cref="DevContainerMissing"/> says why not.</summary>
    public ContainerFacts? DevContainer { get; init; }

    public string? DevContainerMissing { get; init; }

    /// <summary>What kept the built-in builder from building, each with its line of the Dockerfile.</summary>
    public ImmutableArray<Finding> BuilderFindings { get; init; } = [];
}
