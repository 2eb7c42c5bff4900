using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>A command under construction.</summary>
internal sealed class CommandParts
{
    private readonly List<ShellPipeline> _nested = [];

    public List<ShellWord> Words { get; } = [];

    public List<ShellAssignment> Assignments { get; } = [];

    public List<ShellRedirection> Redirections { get; } = [];

    /// <summary>1-based line in the text.</summary>
    public int Line { get; init; }

    public bool IsEmpty => Words.Count + Assignments.Count + Redirections.Count == 0;

    public void Add(ShellWord word) => Words.Add(word);

    /// <summary>The commands inside it besides its substitutions.</summary>
    public void AddNested(ShellPipeline[] pipelines) => _nested.AddRange(pipelines);

    /// <summary>Adds the commands inside a word that is not an argument.</summary>
    public void AddCommandsIn(ShellWord word) => AddCommandsIn(word, _nested);

    /// <param name="name">Of a simple command.</param>
    /// <param name="timed">What it times, when it is <c>time</c>.</param>
    public ShellStep ToStep(string? name, ShellPipeline? timed = null) => new(
        new ShellCommand { Name = name, Words = [.. Words], Assignments = [.. Assignments], Redirections = [.. Redirections], Line = Line },
        Nested())
    {
        Compound = timed is null ? null : new ShellCompound(CompoundKind.Time) { Branches = [new([], [timed], [])] },
    };

    /// <summary>Creates a compound command, whose parts are its body and its redirections.</summary>
    public ShellStep ToCompound(ShellCompound compound)
    {
        (compound.Redirections, compound.Line) = ([.. Redirections], Line);
        return new(null, Nested()) { Compound = compound };
    }

    private ShellPipeline[] Nested()
    {
        var nested = new List<ShellPipeline>();
        foreach (var redirection in Redirections)
            AddCommandsIn(redirection.Target, nested);
        foreach (var assignment in Assignments)
            AddCommandsIn(assignment.Value, nested);
        foreach (var word in Words)
            AddCommandsIn(word, nested);
        return [.. nested, .. _nested];
    }

    private static void AddCommandsIn(ShellWord word, List<ShellPipeline> pipelines)
    {
        foreach (var substitution in word.Substitutions)
            pipelines.AddRange(substitution.Pipelines);
    }
}
