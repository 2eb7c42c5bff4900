using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>A build stage with its variables resolved by the defaults that the Dockerfile gives them.</summary>
/// <param name="File">The Dockerfile, relative to the root.</param>
internal sealed record StageFacts(string File, Stage Stage)
{
    /// <summary>What FROM names, variables resolved; null when that cannot be said.</summary>
    public string? BaseImage { get; init; }

    /// <summary>The earlier stage that FROM names; null for an image.</summary>
    public StageFacts? Parent { get; init; }

    public ImmutableArray<StageWord> Users { get; init; } = [];

    public ImmutableArray<StageWord> Ports { get; init; } = [];

    /// <summary>ENV, ARG and LABEL in order.</summary>
    public ImmutableArray<StageVariable> Variables { get; init; } = [];

    public string Name => Stage.Name ?? $"#{Stage.Index}";

    public Place At(Instruction instruction) => Place.At(File, instruction.Line);

    /// <summary>The last USER, the parent stage's when this one sets none; null when only the base image knows.</summary>
    public StageWord? User => Users.LastOrDefault() ?? Parent?.User;

    /// <summary>This stage and those it is built on.</summary>
    public IEnumerable<StageFacts> WithParents() => Parent is null ? [this] : Parent.WithParents().Prepend(this);

    /// <summary>The instructions of that name, those that ONBUILD triggers included.</summary>
    public IEnumerable<Instruction> All(string keyword) =>
        Stage.Instructions.Select(instruction => instruction.Triggered ?? instruction).Where(instruction => instruction.Keyword == keyword);
}

/// <summary>One argument of an instruction, resolved; <see cref="Value"/> is null when it cannot be.</summary>
internal sealed record StageWord(string? Value, string Written, Place Place);

/// <summary><c>name=value</c> of ENV, ARG or LABEL; <see cref="Value"/> is null for an ARG without default, or when it cannot be resolved.</summary>
internal sealed record StageVariable(string Keyword, string Name, string? Value, Place Place);
