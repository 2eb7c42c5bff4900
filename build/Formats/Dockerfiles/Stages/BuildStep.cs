using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>An instruction as a build comes to it.</summary>
/// <param name="Line">Where Docker reports it: what ONBUILD triggers belongs to the FROM that triggers it.</param>
internal sealed record BuildStep(Instruction Instruction, int Line)
{
    /// <summary>The arguments with variables replaced, where the builder replaces them.</summary>
    public required ImmutableArray<StepWord> Arguments { get; init; }

    /// <summary>The flags whose variables the builder replaces, by name.</summary>
    public ImmutableDictionary<string, StepWord> Flags { get; init; } = ImmutableDictionary<string, StepWord>.Empty;

    /// <summary>Variables that nothing sets, once for each word that uses them.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>What runs commands in shell form.</summary>
    public required ImmutableArray<string> Shell { get; init; }

    /// <summary>An ONBUILD of the stage itself: it runs in stages that build upon this one.</summary>
    public bool RunsLater { get; init; }

    public string Keyword => Instruction.Keyword;

    /// <summary>The arguments as texts: as written where their values cannot be said.</summary>
    public IEnumerable<string> Words => Arguments.Select(word => word.Value ?? word.Written);

    /// <summary>A command that a shell runs.</summary>
    public bool IsShellForm => Instruction.ExecForm is null;

    /// <summary>What EXPOSE exposes, one by one: a variable may hold several.</summary>
    public IEnumerable<string> Ports => Words.SelectMany(word => word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What ENV, ARG or LABEL names.</summary>
    public IEnumerable<StepVariable> Variables => Arguments.Select(Variable);

    private StepVariable Variable(StepWord word)
    {
        if (word.Value?.Contains('=') != true)
            return new StepVariable(Instruction, NameValue.Parse(word.Written).Name.Trim('"', '\''), null);
        var pair = NameValue.Parse(word.Value);
        return new StepVariable(Instruction, pair.Name, pair.Value);
    }
}
