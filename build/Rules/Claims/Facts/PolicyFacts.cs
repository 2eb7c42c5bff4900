using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Images.Contents;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>All that claims are judged on, collected once.</summary>
internal sealed record PolicyFacts
{
    public required SecurityPolicyDocument Document { get; init; }

    public required RepositoryTree Tree { get; init; }

    /// <summary>Each stage of each Dockerfile that could be read.</summary>
    public ImmutableArray<BuildStage> Stages { get; init; } = [];

    /// <summary>Why stages are missing: Dockerfiles that are none, or none at the root.</summary>
    public ImmutableArray<string> UnreadDockerfiles { get; init; } = [];

    /// <summary>Variables that a settings file of Claude Code in the repository gives the agent.</summary>
    public ImmutableArray<EnvironmentEntry> AgentSettings { get; init; } = [];

    public ImmutableArray<DockerIgnoreFile> DockerIgnores { get; init; } = [];

    /// <summary>The tools that <c>tools.lock.json</c> pins, by name.</summary>
    public ImmutableArray<string> LockedTools { get; init; } = [];

    public ImmutableArray<DevContainer> DevContainers { get; init; } = [];

    public ImmutableArray<Script> Scripts { get; init; } = [];

    /// <summary>Null when there is no image; then <see cref="ImageMissing"/> says why.</summary>
    public ImageFacts? Image { get; init; }

    public string ImageMissing { get; init; } = "no image was built or given";

    /// <summary>The stage that a devcontainer.json builds: its target, or the last one; null when it builds none or that cannot be read.</summary>
    public BuildStage? StageOf(DevContainer container)
    {
        var build = container["build"];
        if ((build?["dockerfile"] ?? container["dockerFile"])?.Text is not { } dockerfile)
            return null;
        var path = RepositoryPath.Join(RepositoryPath.FolderOf(container.Path), dockerfile);
        var stages = Stages.Where(stage => stage.File == path);
        return build?["target"]?.Text is { } target
            ? stages.LastOrDefault(stage => string.Equals(stage.Stage.Name, target, StringComparison.OrdinalIgnoreCase))
            : stages.LastOrDefault();
    }
}

/// <summary>A .dockerignore, or one that belongs to a single Dockerfile.</summary>
internal sealed record DockerIgnoreFile(string Path, DockerIgnore Rules);
