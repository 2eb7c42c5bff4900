using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>Commands connected by <c>|</c>; a single command is a pipeline of one step.</summary>
internal sealed class ShellPipeline(ShellStep[] steps)
{
    public ShellStep[] Steps => steps;

    /// <summary>How it hangs on the pipeline before it in the same list.</summary>
    public ShellConnector Connector { get; init; }

    /// <summary>An odd number of <c>!</c> stands before it: success is failure.</summary>
    public bool IsNegated { get; init; }

    /// <summary>An <c>&amp;</c> follows: nobody looks at its result.</summary>
    public bool IsBackground { get; set; }

    /// <summary>This pipeline, then those inside its steps.</summary>
    public IEnumerable<ShellPipeline> WithNested() =>
        Steps.SelectMany(step => step.Nested).SelectMany(pipeline => pipeline.WithNested()).Prepend(this);

    /// <summary>Every simple command of this pipeline, nested ones after the one that holds them.</summary>
    public ImmutableArray<ShellCommand> AllCommands() => CommandsOf([this]);

    /// <summary>Every simple command of these pipelines, nested ones after the one that holds them.</summary>
    public static ImmutableArray<ShellCommand> CommandsOf(ShellPipeline[] pipelines)
    {
        var commands = new List<ShellCommand>();
        foreach (var pipeline in pipelines)
            pipeline.AddCommands(commands);
        return [.. commands];
    }

    private void AddCommands(List<ShellCommand> commands)
    {
        foreach (var step in Steps)
        {
            if (step.Command is not null)
                commands.Add(step.Command);
            foreach (var pipeline in step.Nested)
                pipeline.AddCommands(commands);
        }
    }
}

/// <summary>What stands before a pipeline.</summary>
internal enum ShellConnector
{
    /// <summary>Nothing, <c>;</c>, <c>&amp;</c> or a line end: it runs whatever the one before it did.</summary>
    Sequence,

    /// <summary><c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>||</c>.</summary>
    Or,
}
