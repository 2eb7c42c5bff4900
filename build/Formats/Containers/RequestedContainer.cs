using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Containers;

/// <summary>What a compose service, a devcontainer or a job of a workflow asks of the engine, whatever the syntax.</summary>
/// <param name="Name">The service; null where the file has one container.</param>
internal sealed record RequestedContainer(string? Name)
{
    /// <summary>Switches for privileged mode that are on.</summary>
    public ImmutableArray<Request> Privileged { get; init; } = [];

    /// <summary><c>pid: host</c> and its like; the value is the namespace.</summary>
    public ImmutableArray<Request> Namespaces { get; init; } = [];

    public ImmutableArray<Request> Capabilities { get; init; } = [];

    public ImmutableArray<Request> SecurityOptions { get; init; } = [];

    public ImmutableArray<Request> Devices { get; init; } = [];

    /// <summary>Ways to the engine other than a mount.</summary>
    public ImmutableArray<Request> EngineAccess { get; init; } = [];

    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Published ports in the short syntax: <c>[[host:]port:]port</c>.</summary>
    public ImmutableArray<Request> Ports { get; init; } = [];

    public ImmutableArray<Request> HostCommands { get; init; } = [];

    /// <summary>Features of a devcontainer, by name; without those that its lock file fixes.</summary>
    public ImmutableArray<Request> Features { get; init; } = [];

    /// <summary>People and agents who work in it and may raise their rights: nothing says <c>no-new-privileges</c>.</summary>
    public ImmutableArray<Request> Users { get; init; } = [];
}

/// <summary>A setting, its value and its line.</summary>
internal sealed record Request(string Setting, string Value, int Line)
{
    public string Written => Value.Length > 0 ? $"{Setting}: {Value}" : Setting;

    public Hit Hit => new(Line, Written);
}
