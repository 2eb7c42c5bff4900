using System.Collections.Immutable;
using ContainerSecurity.Formats.Compose;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Facts;

/// <summary>One file, read as what it is.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record JudgedFile(string Path)
{
    /// <summary>The services of a compose file, the container of a devcontainer.json, or those in which jobs of a workflow run.</summary>
    public ImmutableArray<RequestedContainer> Containers { get; init; } = [];

    public Workflow? Workflow { get; init; }

    /// <summary>Compose files that it takes services from, relative to the repository root.</summary>
    public ImmutableArray<NamedFile> ComposeFiles { get; init; } = [];
}
