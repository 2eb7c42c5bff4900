using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>What a compound step is made of.</summary>
internal sealed class ShellCompound(CompoundKind kind)
{
    public CompoundKind Kind => kind;

    /// <summary>
    /// Of an <c>if</c> each condition with what it guards, <c>else</c> last and without condition; of a loop its condition and body; of a
    /// <c>case</c> the items; of a group, a subshell, a function and <c>time</c> the one body.
    /// </summary>
    public ShellBranch[] Branches { get; set; } = [];

    /// <summary>The variable of a <c>for</c>, the name of a function; else empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What a <c>for</c> goes through, what a <c>case</c> compares, the operands and operators of a test.</summary>
    public ShellWord[] Words { get; init; } = [];

    public ShellRedirection[] Redirections { get; set; } = [];

    /// <summary>1-based line in the text.</summary>
    public int Line { get; set; }
}

/// <summary>A body, and the list before it that decides whether it runs (empty without one).</summary>
/// <param name="patterns">Of an item of a <c>case</c>, as texts.</param>
internal sealed class ShellBranch(ShellPipeline[] condition, ShellPipeline[] body, ImmutableArray<string> patterns)
{
    public ShellPipeline[] Condition => condition;

    public ShellPipeline[] Body => body;

    public ImmutableArray<string> Patterns => patterns;
}

/// <summary>The compound commands of the shell grammar.</summary>
internal enum CompoundKind
{
    Group,
    Subshell,
    If,
    While,
    Until,
    For,
    Case,
    Function,

    /// <summary><c>[ … ]</c> and <c>[[ … ]]</c>.</summary>
    Test,
    Arithmetic,

    /// <summary><c>time</c> before a pipeline.</summary>
    Time,
}
