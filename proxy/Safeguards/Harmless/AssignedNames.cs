using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

/// <summary>Which variables a part of a script sets, wherever in it.</summary>
internal static class AssignedNames
{
    /// <summary>After these commands, which may have run or not, nothing is known of what they set.</summary>
    public static void Forget(ShellPipeline[] pipelines, Scene scene)
    {
        foreach (var pipeline in pipelines)
            Forget(pipeline, scene);
    }

    public static void Forget(ShellPipeline pipeline, Scene scene)
    {
        foreach (var step in pipeline.Steps)
        {
            if (step.Command is { } command)
                Forget(command, scene);
            if (step.Compound is { Kind: CompoundKind.For } loop)
                scene.Set(loop.Name, Argument.Words);
            Forget(step.Nested, scene);
        }
    }

    private static void Forget(ShellCommand command, Scene scene)
    {
        foreach (var assignment in command.Assignments)
            scene.Set(assignment.Name, Argument.Words);
        if (command.Words is not [{ Text: "read" }, ..])
            return;
        foreach (var word in command.Words)
            scene.Set(word.Text, Argument.Words);
    }
}
