using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>A stage as a build goes through it, its variables resolved by the defaults that the Dockerfile gives them.</summary>
/// <param name="File">The Dockerfile, relative to the root.</param>
/// <param name="Base">The earlier stage that it builds upon; null for an image from elsewhere.</param>
/// <param name="Image">The base's name with variables replaced.</param>
/// <param name="Platform">Of <c>--platform</c>; null without one.</param>
internal sealed record BuildStage(string File, Stage Stage, BuildStage? Base, WordExpansion Image, WordExpansion? Platform)
{
    /// <summary>What the base's ONBUILDs trigger here.</summary>
    public required ImmutableArray<BuildStep> Triggered { get; init; }

    /// <summary>Each of its own instructions, at its own line; after an ONBUILD what that triggers.</summary>
    public required ImmutableArray<BuildStep> Written { get; init; }

    /// <summary>The variables at its end, for stages that build upon it.</summary>
    public required BuildVariables Variables { get; init; }

    /// <summary>What runs commands in shell form at its end.</summary>
    public required ImmutableArray<string> Shell { get; init; }

    public Instruction From => Stage.From;

    /// <summary>For messages: the alias, or the number.</summary>
    public string Name => Stage.Name ?? $"#{Stage.Index}";

    /// <summary>The alias in lower case, as builders compare it; empty without one.</summary>
    public string Alias => Stage.Name?.ToLowerInvariant() ?? "";

    /// <summary>The steps as a build comes to them.</summary>
    public IEnumerable<BuildStep> Steps => Triggered.Concat(Written.Where(step => !step.RunsLater));

    /// <summary>The last USER, the base's when this stage sets none; null when only the base image knows.</summary>
    public BuildStep? User => Written.LastOrDefault(step => step.Keyword == "USER") ?? Base?.User;

    /// <summary>This stage and those it builds upon.</summary>
    public IEnumerable<BuildStage> WithBases() => Base is null ? [this] : Base.WithBases().Prepend(this);

    /// <summary>The instructions of that name, those that ONBUILD triggers included.</summary>
    public IEnumerable<Instruction> All(string keyword) => Written.Where(step => step.Keyword == keyword).Select(step => step.Instruction);

    /// <summary>What ENV, ARG and LABEL name, in order.</summary>
    public IEnumerable<StepVariable> Named => Written.Where(step => step.Keyword is "ENV" or "ARG" or "LABEL").SelectMany(step => step.Variables);

    /// <summary>Whether any earlier stage in the line of bases has such an instruction.</summary>
    public bool Inherits(string keyword) => Base is not null && (Base.Steps.Any(step => step.Keyword == keyword) || Base.Inherits(keyword));

    /// <summary>Whether <c>--from</c> means this stage: by its alias or its number.</summary>
    public bool IsNamed(string source) =>
        string.Equals(Stage.Name, source, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(source, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && index == Stage.Index);

    public Place At(Instruction instruction) => Place.At(File, instruction.Line);
}
