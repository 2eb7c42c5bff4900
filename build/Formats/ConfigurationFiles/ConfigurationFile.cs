using System.Collections.Immutable;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Formats.ConfigurationFiles;

/// <summary>A file that starts containers or runs commands, read as what it is.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record ConfigurationFile(string Path, ConfigurationFileKind Kind)
{
    /// <summary>The services of a compose file, the container of a devcontainer.json, or those in which jobs of a workflow run.</summary>
    public ImmutableArray<RequestedContainer> Containers { get; init; } = [];

    /// <summary>The commands of a compose file or a devcontainer.json, or the steps of a workflow or an action.</summary>
    public ImmutableArray<Script> Scripts { get; init; } = [];

    /// <summary>Null for other files than workflows and actions.</summary>
    public Workflow? Workflow { get; init; }

    /// <summary>Compose files that it takes services from.</summary>
    public ImmutableArray<FileReference> ComposeFiles { get; init; } = [];

    /// <summary>Dockerfiles that it has built, by any name.</summary>
    public ImmutableArray<DockerfileReference> Dockerfiles { get; init; } = [];

    /// <summary>Dockerfiles that stand in it.</summary>
    public ImmutableArray<InlineDockerfile> InlineDockerfiles { get; init; } = [];

    /// <summary>Lines that hold nothing but a comment, without its sign.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];
}

/// <summary>What a file is to the tools that read it.</summary>
internal enum ConfigurationFileKind
{
    Compose,

    /// <summary>A feature too: it asks for privileges and runs commands in the same words as the container.</summary>
    DevContainer,

    Workflow,

    Action,
}
