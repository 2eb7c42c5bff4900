using System.Collections.Immutable;
using ContainerSecurity.Shell.Parsing;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell;

/// <summary>A parsed shell text: which commands it runs and how they are connected. Nothing is expanded or executed.</summary>
/// <param name="text">The text as given.</param>
/// <param name="pipelines">The top level in order; whether <c>;</c>, <c>&amp;&amp;</c> or <c>||</c> stands between them is not kept.</param>
/// <param name="isReadable">False when the text is not a script (an open quote, an <c>if</c> without <c>fi</c>); then there are no pipelines.</param>
internal sealed class ShellScript(string text, ShellPipeline[] pipelines, bool isReadable)
{
    public string Text => text;

    public ShellPipeline[] Pipelines => pipelines;

    public bool IsReadable => isReadable;

    /// <summary>Every pipeline, including those inside loops, functions, substitutions and here-documents, in the order of the text.</summary>
    public IEnumerable<ShellPipeline> AllPipelines => Pipelines.SelectMany(pipeline => pipeline.WithNested());

    /// <summary>Every simple command of <see cref="AllPipelines"/> in the order of the text.</summary>
    public ImmutableArray<ShellCommand> Commands => field.IsDefault ? field = ShellPipeline.CommandsOf(pipelines) : field;

    public bool HasPipe => AllPipelines.Any(pipeline => pipeline.Steps.Length > 1);

    /// <summary>Parses any text; a text that bash could not read gives a script without commands.</summary>
    public static ShellScript Parse(string text)
    {
        var cursor = new ShellCursor(text);
        var pipelines = ListReader.ReadScript(cursor);
        return cursor.Failed ? new ShellScript(text, [], false) : new ShellScript(text, pipelines, true);
    }
}
