using System.Collections.Immutable;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>A part of a word of PowerShell; parts that touch each other make one <see cref="PowerShellTerm"/>.</summary>
internal abstract record PowerShellNode;

/// <summary>Letters as they stand, or a text in single quotes.</summary>
/// <param name="IsQuoted">A text and no name: at the beginning of a statement it is a value, no command.</param>
internal sealed record PowerShellText(string Text, bool IsQuoted) : PowerShellNode;

/// <summary><c>$name</c>, <c>${name}</c>, <c>$env:NAME</c>; without the sign.</summary>
internal sealed record PowerShellVariable(string Name) : PowerShellNode;

/// <summary>What stands between brackets.</summary>
/// <param name="Open"><c>(</c>, <c>$(</c>, <c>@(</c>, <c>{</c>, <c>@{</c> or <c>[</c>; a quote for a text with variables in it.</param>
internal sealed record PowerShellGroup(string Open, ImmutableArray<PowerShellStatement> Statements) : PowerShellNode
{
    public bool IsBlock => Open == "{";

    /// <summary>A text in double quotes: its parts are the nodes of one term.</summary>
    public bool IsQuoted => Open == "\"";
}

/// <summary>A word: nodes without a blank between them, such as <c>$env:TEMP\x.exe</c> and <c>(irm $url).Content</c>.</summary>
internal sealed record PowerShellTerm(ImmutableArray<PowerShellNode> Nodes)
{
    /// <summary>The word as it stands when nothing in it is computed or quoted, else null.</summary>
    public string? Bare => Nodes is [PowerShellText { IsQuoted: false, Text: var text }] ? text : null;

    public PowerShellGroup? Block => Nodes is [PowerShellGroup { IsBlock: true } block] ? block : null;
}

/// <summary>One command or expression of a pipeline.</summary>
/// <param name="Line">1-based, of the text.</param>
internal sealed record PowerShellElement(ImmutableArray<PowerShellTerm> Terms, int Line);

/// <summary>Commands joined by <c>|</c>.</summary>
/// <param name="Connector">What follows: <c>;</c>, also for the end of a line, <c>&amp;&amp;</c> or <c>||</c>.</param>
internal sealed record PowerShellStatement(ImmutableArray<PowerShellElement> Elements, string Connector = ";");
