using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Images.Building;

/// <summary>Builds the image of one stage without an engine, bit for bit the same on every machine.</summary>
internal static class ImageBuilder
{
    /// <summary>Executes the whole stage or nothing: each instruction that cannot be executed exactly becomes a finding with its line.</summary>
    /// <exception cref="InputException">There is no such stage.</exception>
    public static BuildResult Build(Dockerfile dockerfile, string stageName, BuildContextFolder context, BuildSettings settings)
    {
        var build = new DockerBuild(dockerfile) { Given = settings.Arguments, Architecture = settings.Architecture };
        var stage = build.Stages.LastOrDefault(stage => string.Equals(stage.Alias, stageName, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"{dockerfile.Path} has no stage named {stageName}. Name one with FROM … AS {stageName}.");

        ImmutableArray<Finding> unsupported =
        [
            .. Refusals(dockerfile, build.GlobalSteps, step => InstructionSupport.Check(step.Instruction)),
            .. Refusal(dockerfile, stage.From, () => InstructionSupport.Check(stage.From)),
            .. Refusals(dockerfile, stage.Steps, step => InstructionSupport.Check(step.Instruction)),
        ];
        return unsupported.IsEmpty ? Execute(build, stage, context, settings) : new BuildResult(null, unsupported);
    }

    private static BuildResult Execute(DockerBuild build, BuildStage stage, BuildContextFolder context, BuildSettings settings)
    {
        var state = new StageState();
        var execution = new StageExecutor(state, context, settings.Created);
        ImmutableArray<Finding> refusals =
        [
            .. Refusals(build.Dockerfile, build.GlobalSteps, RefusedInstructionException.ThrowIfUnreadable),
            .. Refusal(build.Dockerfile, stage.From, () => CheckBase(stage)),
            .. Refusals(build.Dockerfile, stage.Steps, execution.Execute),
        ];
        return refusals.IsEmpty
            ? new BuildResult(ImageAssembler.Assemble(state, stage.Variables.Environment, settings), [])
            : new BuildResult(null, refusals);
    }

    private static void CheckBase(BuildStage stage)
    {
        if (stage.Image.Fault is { } fault)
            throw RefusedInstructionException.Unreadable(stage.From.RawArguments[0], fault);
        if (stage.Image.Text != "scratch")
        {
            throw new RefusedInstructionException(
                BuildRule.CS1, $"the built-in builder cannot begin with {stage.Image.Text}", "Begin the stage with FROM scratch.");
        }
    }

    /// <summary>All steps that are refused, so that one run shows them all.</summary>
    private static IEnumerable<Finding> Refusals(Dockerfile dockerfile, IEnumerable<BuildStep> steps, Action<BuildStep> execute) =>
        steps.SelectMany(step => Refusal(dockerfile, step.Instruction, () => execute(step)));

    private static IEnumerable<Finding> Refusal(Dockerfile dockerfile, Instruction instruction, Action execute)
    {
        try
        {
            execute();
            return [];
        }
        catch (RefusedInstructionException refused)
        {
            return [refused.ToFinding(dockerfile.Path, instruction)];
        }
    }
}
