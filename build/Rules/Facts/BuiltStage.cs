using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>A stage as a build goes through it.</summary>
/// <param name="Base">The earlier stage that it builds upon; null for an image from elsewhere.</param>
/// <param name="Image">The base's name with variables replaced.</param>
/// <param name="Platform">Of <c>--platform</c>; null without one.</param>
internal sealed record BuiltStage(Stage Stage, BuiltStage? Base, VariableExpansion Image, VariableExpansion? Platform)
{
    public required ImmutableArray<BuildStep> Steps { get; init; }

    /// <summary>The variables at its end, for stages that build upon it.</summary>
    public required StageScope Scope { get; init; }

    public Instruction From => Stage.From;

    /// <summary>The alias in lower case, as builders compare it; empty without one.</summary>
    public string Name => Stage.Name?.ToLowerInvariant() ?? "";

    /// <summary>Whether any earlier stage in the line of bases has such an instruction.</summary>
    public bool Inherits(string keyword) => Base is not null && (Base.Steps.Any(step => step.Keyword == keyword) || Base.Inherits(keyword));
}
