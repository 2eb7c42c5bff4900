namespace ContainerSecurity.Shell.PowerShell;

/// <summary>A part of a word of PowerShell; parts that touch each other make one <see cref="PowerShellTerm"/>.</summary>
internal abstract class PowerShellNode;

/// <summary>Letters as they stand, or a text in single quotes.</summary>
/// <param name="isQuoted">A text and no name: at the beginning of a statement it is a value, no command.</param>
internal sealed class PowerShellText(string text, bool isQuoted) : PowerShellNode
{
    public string Text => text;

    public bool IsQuoted => isQuoted;
}

/// <summary><c>$name</c>, <c>${name}</c>, <c>$env:NAME</c>; without the sign.</summary>
internal sealed class PowerShellVariable(string name) : PowerShellNode
{
    public string Name => name;
}

/// <summary>What stands between brackets.</summary>
/// <param name="open"><c>(</c>, <c>$(</c>, <c>@(</c>, <c>{</c>, <c>@{</c> or <c>[</c>; a quote for a text with variables in it.</param>
internal sealed class PowerShellGroup(string open, PowerShellStatement[] statements) : PowerShellNode
{
    public string Open => open;

    public PowerShellStatement[] Statements => statements;

    public bool IsBlock => Open == "{";

    /// <summary>A text in double quotes: its parts are the nodes of one term.</summary>
    public bool IsQuoted => Open == "\"";
}

/// <summary>A word: nodes without a blank between them, such as <c>$env:TEMP\x.exe</c> and <c>(irm $url).Content</c>.</summary>
internal sealed class PowerShellTerm(PowerShellNode[] nodes)
{
    public PowerShellNode[] Nodes => nodes;

    /// <summary>The word as it stands when nothing in it is computed or quoted, else null.</summary>
    public string? Bare => Nodes is [PowerShellText { IsQuoted: false, Text: var text }] ? text : null;

    public PowerShellGroup? Block => Nodes is [PowerShellGroup { IsBlock: true } block] ? block : null;
}

/// <summary>One command or expression of a pipeline.</summary>
/// <param name="line">1-based, of the text.</param>
internal sealed class PowerShellElement(PowerShellTerm[] terms, int line)
{
    public PowerShellTerm[] Terms => terms;

    public int Line => line;
}

/// <summary>Commands joined by <c>|</c>.</summary>
/// <param name="connector">What follows: <c>;</c>, also for the end of a line, <c>&amp;&amp;</c> or <c>||</c>.</param>
internal sealed class PowerShellStatement(PowerShellElement[] elements, string connector = ";")
{
    public PowerShellElement[] Elements => elements;

    public string Connector => connector;
}
