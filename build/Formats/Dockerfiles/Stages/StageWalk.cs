using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>Goes through instructions as a build does, and keeps variables and shell.</summary>
internal sealed class StageWalk(BuildVariables variables, ImmutableArray<string> shell)
{
    public ImmutableArray<string> Shell { get; private set; } = shell;

    public BuildStep Run(Instruction instruction, int line)
    {
        var step = new StepExpansion(instruction, variables, runsLater: false).Expand(line, Shell);
        if (instruction is { Keyword: "SHELL", ExecForm: { } words })
            Shell = words;
        else if (instruction.Keyword == "ENV")
            Set(step.Variables);
        return step;
    }

    /// <summary>The step, and after an ONBUILD what it triggers.</summary>
    public IEnumerable<BuildStep> RunWithTrigger(Instruction instruction)
    {
        yield return Run(instruction, instruction.Line);
        if (instruction.Triggered is { } triggered)
            yield return new StepExpansion(triggered, variables, runsLater: true).Expand(instruction.Line, Shell);
    }

    /// <summary>All values of one ENV are those before it (Dockerfile reference, "Environment replacement").</summary>
    private void Set(IEnumerable<StepVariable> environment)
    {
        foreach (var variable in environment)
            variables.Set(variable.Name, variable.Value ?? "");
    }
}
