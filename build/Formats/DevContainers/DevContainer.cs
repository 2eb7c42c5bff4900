using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.DevContainers;

/// <summary>A devcontainer.json, read: what it asks of the engine and what it runs.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
internal sealed record DevContainer(string Path, LocatedValue Root)
{
    /// <summary>Mounts of every form: <c>mounts</c>, <c>workspaceMount</c>, and <c>-v</c> and <c>--mount</c> among the run options.</summary>
    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    public ImmutableArray<RunOption> RunOptions { get; init; } = [];

    /// <summary>The commands of the container's life: <c>postStartCommand</c> and its like.</summary>
    public ImmutableArray<Script> Scripts { get; init; } = [];

    public ImmutableArray<EnvironmentEntry> Environment { get; init; } = [];

    public RequestedContainer Requested => DevContainerRequests.Read(this);

    public IEnumerable<FileReference> ComposeFiles =>
        from file in Root["dockerComposeFile"]?.OneOrMore() ?? []
        where file.Text is not null
        select new FileReference(RepositoryPath.Beside(Path, file.Text!), file.Line);

    /// <summary><c>build.dockerfile</c>, and <c>dockerFile</c>, as it was called before.</summary>
    public IEnumerable<DockerfileReference> Dockerfiles =>
        from file in new[] { Root["build"]?["dockerfile"], Root["dockerFile"] }
        where file is { Text.Length: > 0 }
        select new DockerfileReference(file.Text!, file.Line, [new(RepositoryPath.Beside(Path, file.Text!), Context)]);

    /// <summary>The folder that a build is given; its own unless it says another (devcontainers/spec, build.context).</summary>
    private string Context => RepositoryPath.Beside(Path, (Root["build"]?["context"] ?? Root["context"])?.Text ?? ".");

    public LocatedValue? this[string property] => Root[property];

    public Place At(int line) => Place.At(Path, line);

    /// <summary>Where a property stands; the file's first line when it is absent.</summary>
    public Place PlaceOf(string property) => At(Root.Members.FirstOrDefault(member => member.Name == property)?.Line ?? 1);

    /// <summary>A property that is set to something: not absent, null, false, nor empty.</summary>
    public bool Asks(string property) => Root[property] is { } value
        && value is not ({ Kind: JsonValueKind.Null or JsonValueKind.False } or { Kind: JsonValueKind.String, Text: "" })
        && (value.Kind is not JsonValueKind.Array || value.Items.Length > 0)
        && (value.Kind is not JsonValueKind.Object || value.Members.Length > 0);
}

/// <summary>A variable of the container or of the agent; <see cref="Value"/> is null for one that is taken over from outside by name.</summary>
/// <param name="Source">What sets it: <c>containerEnv</c>, <c>remoteEnv</c>, <c>runArgs</c> …</param>
internal sealed record EnvironmentEntry(string Source, string Name, string? Value, Place Place);
