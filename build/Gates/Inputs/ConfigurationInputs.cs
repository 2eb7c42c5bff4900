using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>Every compose file, devcontainer.json, workflow and action of a checkout, read once for all gates.</summary>
internal sealed record ConfigurationInputs
{
    public static ConfigurationInputs None { get; } = new();

    /// <summary>A compose file once for each set of variables that it is read with.</summary>
    public ImmutableArray<ConfigurationFile> Files { get; init; } = [];

    /// <summary>What of these files nobody can judge.</summary>
    public ImmutableArray<UnreadInput> Problems { get; init; } = [];

    /// <summary>Every file that was looked at, readable or not, in order.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>YAML files whose names say nothing, and whose text cannot be read either; with the reason.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];
}

/// <summary>A file that should be judged and cannot be.</summary>
/// <param name="Place">In the file itself, or where another one names it.</param>
/// <param name="IsNamed">The file is named at <paramref name="Place"/>, and is not in the repository.</param>
internal sealed record UnreadInput(Place Place, string Why, bool IsNamed = false);
