using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>One step of a pipeline: a simple command, or a compound one such as a subshell, a loop, a condition or a function.</summary>
/// <param name="command">Null for a compound command.</param>
/// <param name="nested">The body of a compound command, and what runs inside words and redirections: <c>$(…)</c>, backticks, <c>&lt;(…)</c>.</param>
internal sealed class ShellStep(ShellCommand? command, ShellPipeline[] nested)
{
    public ShellCommand? Command => command;

    public ShellPipeline[] Nested => nested;

    /// <summary>Null for a simple command; <c>time</c> is both.</summary>
    public ShellCompound? Compound { get; init; }

    /// <summary>Every simple command of the step.</summary>
    public ImmutableArray<ShellCommand> AllCommands() => ShellPipeline.CommandsOf([new ShellPipeline([this])]);
}
