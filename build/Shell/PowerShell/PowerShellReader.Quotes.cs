using System.Text;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>Texts in quotes, on one line or as here-strings.</summary>
internal sealed partial class PowerShellReader
{
    private string ReadSingleQuoted()
    {
        var text = new StringBuilder();
        Advance();
        while (!AtEnd)
        {
            if (Current is '\'' or '\u2018' or '\u2019')
            {
                Advance();
                if (Current != '\'')
                    break;
            }

            text.Append(Current);
            Advance();
        }

        return text.ToString();
    }

    private PowerShellGroup ReadDoubleQuoted()
    {
        Advance();
        return Expandable(() =>
        {
            if (Current is not ('"' or '\u201c' or '\u201d'))
                return false;
            Advance();
            return Current != '"';
        });
    }

    private PowerShellNode ReadHereString()
    {
        var quote = Peek(1);
        while (!AtEnd && Current != '\n')
            Advance();
        Advance();
        if (quote == '"')
            return Expandable(() => IsHereStringEnd(quote) && TakeHereStringEnd());
        var start = _at;
        while (!AtEnd && !IsHereStringEnd(quote))
            Advance();
        var text = source[start.._at];
        Advance(2);
        return new PowerShellText(text, isQuoted: true);
    }

    private bool IsHereStringEnd(char quote) => Current == quote && Peek(1) == '@' && source.AsSpan(0, _at).TrimEnd(' ') is [.., '\n'];

    private bool TakeHereStringEnd()
    {
        Advance(2);
        return true;
    }

    /// <summary>The parts of a text in which variables and <c>$(…)</c> are replaced, as one term.</summary>
    private PowerShellGroup Expandable(Func<bool> takeEnd)
    {
        var (nodes, letters, line) = (new List<PowerShellNode>(), new StringBuilder(), _line);
        while (!AtEnd && !takeEnd())
        {
            var isValue = Current == '$' && (Peek(1) is '(' or '{' or '_' || char.IsLetter(Peek(1)));
            if (isValue)
            {
                Flush();
                nodes.Add(ReadNode(isFirst: false));
                continue;
            }

            if (Current == '`' && Peek(1) != '\0')
                Advance();
            letters.Append(Current);
            Advance();
        }

        Flush();
        return new PowerShellGroup("\"", [new PowerShellStatement([new PowerShellElement([new PowerShellTerm([.. nodes])], line)])]);

        void Flush()
        {
            if (letters.Length > 0 || nodes.Count == 0)
                nodes.Add(new PowerShellText(letters.ToString(), isQuoted: true));
            letters.Clear();
        }
    }
}
