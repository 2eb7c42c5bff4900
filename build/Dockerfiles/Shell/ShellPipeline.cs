using System.Collections.Immutable;

namespace ContainerSecurity.Dockerfiles.Shell;

/// <summary>Commands connected by <c>|</c>; a single command is a pipeline of one step.</summary>
internal sealed record ShellPipeline(ImmutableArray<ShellStep> Steps)
{
    /// <summary>This pipeline, then those inside its steps.</summary>
    public IEnumerable<ShellPipeline> WithNested() =>
        Steps.SelectMany(step => step.Nested).SelectMany(pipeline => pipeline.WithNested()).Prepend(this);

    /// <summary>Every simple command, nested ones after the one that holds them.</summary>
    public IEnumerable<ShellCommand> AllCommands() => Steps.SelectMany(step => step.AllCommands());
}
