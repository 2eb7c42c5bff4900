using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Images.Building;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>Resolves the stages of a Dockerfile, each with the variables it sees.</summary>
internal static class StageFactsReader
{
    public static ImmutableArray<StageFacts> Read(Dockerfile dockerfile)
    {
        var stages = ImmutableArray.CreateBuilder<StageFacts>();
        foreach (var stage in dockerfile.Stages)
            stages.Add(Read(dockerfile, stage, stages));
        return stages.DrainToImmutable();
    }

    private static StageFacts Read(Dockerfile dockerfile, Stage stage, IReadOnlyList<StageFacts> earlier)
    {
        var variables = new BuildVariables(dockerfile, ImmutableDictionary<string, string>.Empty);
        var baseImage = Resolved(() => variables.ExpandFrom(stage.BaseImage));
        var parent = earlier.LastOrDefault(other => string.Equals(other.Stage.Name, baseImage, StringComparison.OrdinalIgnoreCase));
        foreach (var inherited in (parent?.WithParents() ?? []).Reverse())
            Apply(inherited.Stage, variables, onlyEnvironment: true);

        var reading = new StageFacts(dockerfile.Path, stage) { BaseImage = baseImage, Parent = parent };
        return stage.Instructions.Aggregate(reading, (facts, instruction) => Take(facts, instruction.Triggered ?? instruction, variables));
    }

    private static StageFacts Take(StageFacts facts, Instruction instruction, BuildVariables variables)
    {
        var place = facts.At(instruction);
        switch (instruction.Keyword)
        {
            case "USER":
                return facts with { Users = facts.Users.Add(Word(instruction.RawArguments[0], place, variables)) };
            case "EXPOSE":
                return facts with { Ports = facts.Ports.AddRange(instruction.RawArguments.Select(word => Word(word, place, variables))) };
            case "ENV" or "ARG" or "LABEL":
                var added = instruction.RawArguments.Select(word => Variable(instruction.Keyword, word, place, variables)).ToList();
                Apply(instruction, variables);
                return facts with { Variables = facts.Variables.AddRange(added) };
            default:
                return facts;
        }
    }

    private static void Apply(Stage stage, BuildVariables variables, bool onlyEnvironment)
    {
        foreach (var instruction in stage.Instructions.Where(instruction => instruction.Keyword == "ENV" || !onlyEnvironment))
            Apply(instruction, variables);
    }

    private static void Apply(Instruction instruction, BuildVariables variables) => Resolved(() =>
    {
        if (instruction.Keyword == "ENV")
            variables.Set(instruction);
        else if (instruction.Keyword == "ARG")
            variables.Declare(instruction);
        return "";
    });

    private static StageWord Word(string written, Place place, BuildVariables variables) =>
        new(Resolved(() => variables.Expand(written)), written, place);

    private static StageVariable Variable(string keyword, string word, Place place, BuildVariables variables)
    {
        var pair = word.Split('=', 2);
        return new(keyword, pair[0].Trim('"', '\''), pair.Length == 2 ? Resolved(() => variables.Expand(pair[1])) : null, place);
    }

    /// <summary>What the builder could not resolve either is no value; claims treat it as broken, not as absent.</summary>
    private static string? Resolved(Func<string> expansion)
    {
        try
        {
            return expansion();
        }
        catch (RefusedInstructionException)
        {
            return null;
        }
    }
}
