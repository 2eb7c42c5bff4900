using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>
/// Reads a text of Windows' command prompt as the same statements that PowerShell's reader gives, so that one walk follows both. Nothing is refused.
/// Source: Microsoft's reference of Windows commands (<c>cmd</c>, <c>for</c>, <c>if</c>, <c>call</c>).
/// </summary>
internal sealed class CommandPromptReader(string source)
{
    private static readonly string[] Prefixes = ["call", "start", "do", "else", "not", "/b", "/wait", "/i"];

    private int _at;
    private int _line = 1;

    public static PowerShellStatement[] Read(string text) => new CommandPromptReader(text).ReadStatements();

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private PowerShellStatement[] ReadStatements()
    {
        var statements = new List<PowerShellStatement>();
        while (_at < source.Length)
        {
            if (ReadLoop() is { } loop)
                statements.Add(loop);
            var elements = new List<PowerShellElement>();
            do
            {
                if (ReadElement() is { Terms.Length: > 0 } element)
                    elements.Add(element);
            }
            while (Take("|", butNot: "||"));
            var connector = Take("&&") ? "&&" : Take("||") ? "||" : ";";
            if (elements.Count > 0)
                statements.Add(new PowerShellStatement([.. elements], connector));
            if (connector == ";" && _at < source.Length)
                Skip();
        }

        return [.. statements];
    }

    /// <summary><c>for /f … %i in ('command') do</c> as <c>$i = command</c>; null, and nothing read, for anything else.</summary>
    private PowerShellStatement? ReadLoop()
    {
        SkipBlanks();
        var line = _line;
        var head = source.AsSpan(_at);
        if (!head.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
            return null;
        var (open, close, sign) = (head.IndexOf('('), head.IndexOf(')'), head.IndexOf('%'));
        if (open < 0 || close < open || sign < 0 || sign > open)
            return null;
        var variable = head[sign..open].Trim('%')[..1].ToString();
        var command = Read(head[(open + 1)..close].Trim().Trim("'`").ToString());
        _line += head[..close].Count('\n');
        _at += close + 1;
        PowerShellTerm[] target = [new([new PowerShellVariable(variable)]), new([new PowerShellText("=", isQuoted: false)])];
        return command is [{ Elements: [var first, .. var rest] }, ..]
            ? new PowerShellStatement([new([.. target, .. first.Terms], line), .. rest])
            : null;
    }

    private PowerShellElement ReadElement()
    {
        var (words, line) = (new List<PowerShellTerm>(), 0);
        while (true)
        {
            SkipBlanks();
            line = line == 0 ? _line : line;
            // Brackets hold several commands; what stands in them runs as if they were not there.
            if (Current is '\0' or '\n' or '&' or '|' or '(' or ')')
                break;
            if (words.Count == 0 && IsComment())
                SkipLine();
            else
                words.Add(ReadWord());
        }

        return new PowerShellElement(InPowerShell(WithoutPrefixes(words)), line);
    }

    /// <summary><c>call x</c>, <c>start "title" x</c>, <c>@x</c>, <c>if exist y x</c>, <c>for … do x</c>.</summary>
    private static PowerShellTerm[] WithoutPrefixes(List<PowerShellTerm> words)
    {
        var from = 0;
        while (from < words.Count && words[from].Bare is { } word)
        {
            var isTitled = word.Equals("start", StringComparison.OrdinalIgnoreCase) && from + 1 < words.Count && words[from + 1].Bare is null;
            if (word.Equals("if", StringComparison.OrdinalIgnoreCase))
                from += from + 1 < words.Count && words[from + 1].Bare is "not" or "NOT" ? 2 : 1;
            else if (word is "exist" or "EXIST" or "defined" or "DEFINED" or "errorlevel" or "ERRORLEVEL")
                from += 2;
            else if (word.Contains("==", StringComparison.Ordinal))
                from++;
            else if (Array.Exists(Prefixes, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)))
                from += isTitled ? 2 : 1;
            else
                break;
        }

        return [.. words[from..]];
    }

    /// <summary><c>set X=y</c> as <c>$X = y</c>, and <c>%X%</c> where a command stands as <c>&amp; $X</c>.</summary>
    private static PowerShellTerm[] InPowerShell(PowerShellTerm[] words)
    {
        if (words is [{ Bare: { } set }, { Nodes: [PowerShellText { Text: var text }, .. var rest] }, ..]
            && set.Equals("set", StringComparison.OrdinalIgnoreCase) && text.Split('=', 2) is [var name, var value])
        {
            return [Term(new PowerShellVariable(name)), Term(new PowerShellText("=", false)), new([new PowerShellText(value, true), .. rest])];
        }

        return words switch
        {
            [{ Nodes: [PowerShellVariable, ..] }, ..] => [Term(new PowerShellText("&", false)), .. words],
            // A path in quotes is a command all the same.
            [{ Nodes: [PowerShellText { IsQuoted: true } path, ..] }, .. var arguments] => [Term(new PowerShellText(path.Text, false)), .. arguments],
            _ => words,
        };

        static PowerShellTerm Term(PowerShellNode node) => new([node]);
    }

    private PowerShellTerm ReadWord()
    {
        var (nodes, letters, wasQuoted) = (new List<PowerShellNode>(), new StringBuilder(), false);
        var isQuoted = false;
        while (_at < source.Length && Current != '\n' && (isQuoted || !EndsWord(Current)))
        {
            if (Current == '"')
                (isQuoted, wasQuoted) = (!isQuoted, true);
            else if (Current == '^' && !isQuoted && Peek(1) is not ('\r' or '\n' or '\0'))
                letters.Append(source[++_at]);
            else if (Current == '%' && VariableLength() is var length and > 0)
                AddVariable(length);
            else if (Current != '@' || letters.Length > 0 || nodes.Count > 0)
                letters.Append(Current);
            _at++;
        }

        if (letters.Length > 0 || nodes.Count == 0)
            nodes.Add(new PowerShellText(letters.ToString(), wasQuoted));
        return new PowerShellTerm([.. nodes]);

        void AddVariable(int length)
        {
            if (letters.Length > 0)
                nodes.Add(new PowerShellText(letters.ToString(), isQuoted: false));
            letters.Clear();
            nodes.Add(new PowerShellVariable(source.Substring(_at, length).Trim('%').TrimStart('~')));
            _at += length - 1;
        }
    }

    private static bool EndsWord(char character) => char.IsWhiteSpace(character) || character is '&' or '|' or '(' or ')' or ',' or ';';

    /// <summary>Of <c>%NAME%</c>, <c>%%i</c>, <c>%i</c>, <c>%1</c>; 0 for a sign that stands for itself.</summary>
    private int VariableLength()
    {
        var end = _at + 1;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or ':' or '~'))
            end++;
        if (end > _at + 1 && end < source.Length && source[end] == '%')
            return end + 1 - _at;
        var sign = Peek(1) == '%' ? 2 : 1;
        return char.IsLetterOrDigit(Peek(sign)) ? sign + 1 : 0;
    }

    private bool IsComment() =>
        (Current == ':' && Peek(1) == ':')
        || (string.Compare(source, _at, "rem", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && (char.IsWhiteSpace(Peek(3)) || Peek(3) == '\0'));

    private bool Take(string sign, string? butNot = null)
    {
        SkipBlanks();
        if (string.CompareOrdinal(source, _at, sign, 0, sign.Length) != 0
            || (butNot is not null && string.CompareOrdinal(source, _at, butNot, 0, butNot.Length) == 0))
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (true)
        {
            if (Current == '^' && (Peek(1) == '\n' || (Peek(1) == '\r' && Peek(2) == '\n')))
                _at = SkipTo('\n');
            else if (Current is not ('\n' or '\0') && (char.IsWhiteSpace(Current) || Current is ',' or ';'))
                _at++;
            else
                break;
        }
    }

    private int SkipTo(char end)
    {
        var at = source.IndexOf(end, _at);
        _line += at < 0 ? 0 : 1;
        return at < 0 ? source.Length : at + 1;
    }

    private void SkipLine() => _at = source.IndexOf('\n', _at) is var end and >= 0 ? end : source.Length;

    private void Skip()
    {
        _line += Current == '\n' ? 1 : 0;
        _at++;
    }
}
