namespace ContainerSecurity.Shell.PowerShell;

/// <summary>Words and their parts.</summary>
internal sealed partial class PowerShellReader
{
    private PowerShellTerm ReadTerm(bool isFirst)
    {
        var nodes = new List<PowerShellNode>();
        do
        {
            nodes.Add(ReadNode(isFirst && nodes.Count == 0));
        }
        while (!AtEnd && !EndsTerm(Current) && !IsWhole(nodes));
        return new PowerShellTerm([.. nodes]);
    }

    /// <summary>
    /// The signs of <c>$x=irm …</c> and <c>$x+=…</c>, <c>&amp;</c>, the name in <c>if(…)</c> and the block in <c>}else{</c> are words of their own.
    /// </summary>
    private bool IsWhole(List<PowerShellNode> nodes) => nodes[^1] switch
    {
        PowerShellVariable => nodes.Count == 1 && LooksAtAssignment,
        PowerShellText { IsQuoted: false, Text: "=" or "+=" or "&" } => nodes.Count == 1,
        PowerShellText { IsQuoted: false, Text: [not ('.' or ':'), ..] } => Current == '{' || (Current == '(' && nodes.Count == 1),
        PowerShellGroup { IsBlock: true } => Current is not ('.' or '['),
        PowerShellGroup => Current == '{',
        _ => false,
    };

    private static bool EndsTerm(char character) =>
        char.IsWhiteSpace(character) || character is ';' or '|' or ')' or '}' or ']' or ',' or '&' or '`' or '#';

    private PowerShellNode ReadNode(bool isFirst)
    {
        switch (Current)
        {
            case '\'' or '\u2018' or '\u2019':
                return new PowerShellText(ReadSingleQuoted(), isQuoted: true);
            case '"' or '\u201c' or '\u201d':
                return ReadDoubleQuoted();
            case '@' when Peek(1) is '\'' or '"':
                return ReadHereString();
            case '@' when Peek(1) is '(' or '{':
                return ReadGroup(source.Substring(_at, 2));
            case '$' when Peek(1) == '(':
                return ReadGroup("$(");
            case '(' or '{' or '[':
                return ReadGroup(Current.ToString());
            case '$' or '@' when char.IsLetter(Peek(1)) || Peek(1) is '_' or '{' or '?' or '$':
                return ReadVariable();
            case '&' when isFirst:
            case '=' or '+' when LooksAtAssignment:
                return ReadSign();
            default:
                return ReadBare();
        }
    }

    private bool LooksAtAssignment => Current == '=' || (Current == '+' && Peek(1) == '=');

    private PowerShellText ReadSign()
    {
        var start = _at;
        Advance(Current == '+' ? 2 : 1);
        return new PowerShellText(source[start.._at], isQuoted: false);
    }

    private PowerShellGroup ReadGroup(string open)
    {
        Advance(open.Length);
        if (_depth >= DeepestNesting)
            return new PowerShellGroup(open, []);
        _depth++;
        var statements = ReadStatements(open[^1] switch { '(' => ')', '{' => '}', _ => ']' });
        _depth--;
        return new PowerShellGroup(open, statements);
    }

    private PowerShellVariable ReadVariable()
    {
        Advance();
        var start = _at;
        if (Current == '{')
        {
            while (!AtEnd && Current != '}')
                Advance();
            Advance();
            return new PowerShellVariable(source[(start + 1)..Math.Max(start + 1, _at - 1)]);
        }

        // A colon belongs to the name in `$env:TEMP`, not in `$x::Member`.
        while (char.IsLetterOrDigit(Current) || Current is '_' or '?' || (Current == ':' && Peek(1) != ':' && char.IsLetter(Peek(1))))
            Advance();
        if (_at == start)
            Advance();
        return new PowerShellVariable(source[start.._at]);
    }

    private PowerShellText ReadBare()
    {
        var text = new System.Text.StringBuilder();
        do
        {
            if (Current == '`' && Peek(1) is not ('\n' or '\r' or '\0'))
                Advance();
            text.Append(Current);
            Advance();
        }
        while (!AtEnd && !EndsTerm(Current) && Current is not ('(' or '{' or '[' or '$' or '\'' or '"' or '='));
        return new PowerShellText(text.ToString(), isQuoted: false);
    }
}
