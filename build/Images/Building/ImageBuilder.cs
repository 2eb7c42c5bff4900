using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>Makes the image of one stage without any engine, bit for bit the same wherever it runs.</summary>
internal static class ImageBuilder
{
    /// <summary>Executes the stage, or none of it: whatever it cannot execute exactly is a finding with its line.</summary>
    /// <exception cref="InputException">There is no such stage.</exception>
    public static BuildOutcome Build(Dockerfile dockerfile, string stageName, BuildContextFolder context, BuildSettings settings)
    {
        var stage = dockerfile.Stages.LastOrDefault(stage => string.Equals(stage.Name, stageName, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"{dockerfile.Path} has no stage named {stageName}. Name one with FROM … AS {stageName}.");

        var globals = dockerfile.Instructions.TakeWhile(instruction => instruction.Keyword != "FROM");
        var unsupported = Refusals(dockerfile, [.. globals, stage.From, .. stage.Instructions], InstructionSupport.Check);
        return unsupported.IsEmpty ? Execute(dockerfile, stage, context, settings) : new BuildOutcome(null, unsupported);
    }

    private static BuildOutcome Execute(Dockerfile dockerfile, Stage stage, BuildContextFolder context, BuildSettings settings)
    {
        var variables = new BuildVariables(dockerfile, settings.Arguments);
        var state = new StageState();
        var execution = new StageExecution(state, variables, context, settings.Created);
        var refusals = Refusals(dockerfile, [stage.From], from => CheckBase(from, variables))
            .AddRange(Refusals(dockerfile, stage.Instructions, execution.Execute));
        return refusals.IsEmpty ? new BuildOutcome(ImageAssembly.Assemble(state, variables, settings), []) : new BuildOutcome(null, refusals);
    }

    private static void CheckBase(Instruction from, BuildVariables variables)
    {
        var image = variables.ExpandFrom(from.RawArguments[0]);
        if (image != "scratch")
            throw new RefusedInstructionException(BuildRule.CS1, $"the built-in builder cannot begin with {image}", "Begin the stage with FROM scratch.");
    }

    /// <summary>All instructions that are refused, so that one run shows them all.</summary>
    private static ImmutableArray<Finding> Refusals(Dockerfile dockerfile, IEnumerable<Instruction> instructions, Action<Instruction> step)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var instruction in instructions)
        {
            try
            {
                step(instruction);
            }
            catch (RefusedInstructionException refused)
            {
                findings.Add(refused.ToFinding(dockerfile.Path, instruction));
            }
        }

        return findings.ToImmutable();
    }
}
