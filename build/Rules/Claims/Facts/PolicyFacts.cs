using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Checkout.Ignoring;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>All that claims are judged on, collected once.</summary>
internal sealed record PolicyFacts
{
    public required SecurityPolicyDocument Document { get; init; }

    /// <summary>What the project says of itself in figures and lists.</summary>
    public required ReleasePolicy Policy { get; init; }

    /// <summary>What a commit of everything would hold; relative to the root with <c>/</c>.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What the repository's own .gitignore files leave out.</summary>
    public GitIgnoreRules IgnoreRules { get; init; } = GitIgnoreRules.None;

    /// <summary>Keys and tokens in <see cref="Files"/>.</summary>
    public ImmutableArray<FoundSecret> Secrets { get; init; } = [];

    /// <summary>Those of <see cref="Files"/> that could not be opened.</summary>
    public ImmutableArray<string> UnreadFiles { get; init; } = [];

    /// <summary>Each stage of them.</summary>
    public IEnumerable<BuildStage> Stages => Dockerfiles.SelectMany(dockerfile => dockerfile.Stages);

    /// <summary>Each Dockerfile that could be read.</summary>
    public ImmutableArray<CommandSource> Dockerfiles { get; init; } = [];

    /// <summary>Why stages are missing: Dockerfiles that are none, or none at the root.</summary>
    public ImmutableArray<string> UnreadDockerfiles { get; init; } = [];

    /// <summary>Variables that a settings file of Claude Code in the repository gives the agent.</summary>
    public ImmutableArray<EnvironmentEntry> AgentSettings { get; init; } = [];

    public ImmutableArray<DockerIgnoreFile> DockerIgnores { get; init; } = [];

    /// <summary>The tools that <c>tools.lock.json</c> pins, by name.</summary>
    public ImmutableArray<string> LockedTools { get; init; } = [];

    public ImmutableArray<DevContainer> DevContainers { get; init; } = [];

    /// <summary>The compose file of the isolated form; null when there is none.</summary>
    public ComposeDocument? IsolatedCompose { get; init; }

    /// <summary>Why devcontainers, settings of agents or .dockerignore files are missing: they are not what their names say.</summary>
    public ImmutableArray<string> UnreadConfigurations { get; init; } = [];

    public ImmutableArray<Script> Scripts { get; init; } = [];

    /// <summary>Why scripts are missing: too large, or no text.</summary>
    public ImmutableArray<string> UnreadScripts { get; init; } = [];

    /// <summary>When it is judged: what expires has, or has not.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Null when there is no image; then <see cref="ImageMissing"/> says why.</summary>
    public ImageFacts? Image { get; init; }

    public string ImageMissing { get; init; } = "no image was built or given";

    /// <summary>Null when nothing was built twice; then <see cref="BuildMissing"/> says why.</summary>
    public BuildFacts? Build { get; init; }

    public string BuildMissing { get; init; } = "only --target=Verify without --quick builds twice";

    /// <summary>Null when no container was started; then <see cref="ContainerMissing"/> says why.</summary>
    public ContainerFacts? Container { get; init; }

    public string ContainerMissing { get; init; } = "only --target=Verify starts the image";

    /// <summary>What the isolated devcontainer did; null when it was not started, and then <see cref="DevContainerMissing"/> says why.</summary>
    public ContainerFacts? DevContainer { get; init; }

    public string DevContainerMissing { get; init; } = "only --target=Verify starts the isolated devcontainer";

    /// <summary>All variables that the agent has in a devcontainer, wherever they are set.</summary>
    public IReadOnlyList<EnvironmentEntry> VariablesOf(DevContainer container) =>
    [
        .. container.Environment,
        .. from stage in StageOf(container)?.WithBases() ?? []
           from variable in stage.Named
           where variable.Instruction.Keyword == "ENV"
           select new EnvironmentEntry($"ENV of stage {stage.Name}", variable.Name, variable.Value, stage.At(variable.Instruction)),
        .. AgentSettings,
    ];

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

/// <summary>A compose file as it is written.</summary>
internal sealed record ComposeDocument(string Path, LocatedValue Root);

/// <summary>A .dockerignore, or one that belongs to a single Dockerfile.</summary>
internal sealed record DockerIgnoreFile(string Path, DockerIgnore Rules);
