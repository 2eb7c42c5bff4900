namespace ContainerSecurity.Shell.PowerShell;

/// <summary>
/// Reads a text of PowerShell as statements, pipelines and words. Nothing is refused: a bracket that is never closed ends with the text. Source:
/// about_Parsing, about_Operators and about_Quoting_Rules of PowerShell's documentation.
/// </summary>
internal sealed partial class PowerShellReader(string source)
{
    /// <summary>Deeper nesting than any script has; what lies deeper is read as plain letters.</summary>
    private const int DeepestNesting = 60;

    private static readonly string[] Keywords =
    [
        "if", "elseif", "else", "foreach", "for", "while", "do", "switch", "try", "catch", "finally", "function", "filter", "trap", "process",
        "begin", "end",
    ];

    private static readonly string[] Continuations = ["elseif", "else", "catch", "finally", "until", "while"];

    private int _depth;

    public static PowerShellStatement[] Read(string text) => new PowerShellReader(text).ReadStatements('\0');

    private PowerShellStatement[] ReadStatements(char close)
    {
        var statements = new List<PowerShellStatement>();
        while (true)
        {
            SkipBlanks(alsoLines: true);
            if (AtEnd)
                break;
            if (Current == close)
            {
                Advance();
                break;
            }

            // A bracket that closes nothing.
            if (Current is ';' or ',' or ')' or '}' or ']')
                Advance();
            else
                statements.Add(ReadStatement());
        }

        return [.. statements];
    }

    private PowerShellStatement ReadStatement()
    {
        var elements = new List<PowerShellElement>();
        do
        {
            SkipBlanks(alsoLines: true);
            var begin = _at;
            var element = ReadElement();
            if (element.Terms.Length > 0)
                elements.Add(element);
            else if (_at == begin)
                Advance();
        }
        while (TakePipe());
        return new PowerShellStatement([.. elements], TakeConnector());
    }

    private string TakeConnector()
    {
        SkipBlanks(alsoLines: false);
        var connector = (Current, Peek(1)) switch { ('|', '|') => "||", ('&', '&') => "&&", _ => ";" };
        Advance(connector == ";" ? 0 : 2);
        return connector;
    }

    /// <summary>A pipe, also at the beginning of the next line; <c>||</c> and <c>&amp;&amp;</c> end the statement.</summary>
    private bool TakePipe()
    {
        var (at, line) = (_at, _line);
        SkipBlanks(alsoLines: true);
        if (Current == '|' && Peek(1) != '|')
        {
            Advance();
            return true;
        }

        (_at, _line) = (at, line);
        return false;
    }

    private PowerShellElement ReadElement()
    {
        var terms = new List<PowerShellTerm>();
        var line = _line;
        while (true)
        {
            SkipBlanks(alsoLines: false);
            if (AtEnd || Current is '\n' or ';' or '|' or ')' or '}' or ']' || (Current == '&' && (terms.Count > 0 || Peek(1) == '&')))
                break;
            if (Current == ',')
                Advance();
            else
                terms.Add(ReadTerm(isFirst: terms.Count == 0));
            if (terms is [{ Bare: { } first }, ..] && Array.Exists(Keywords, known => known.Equals(first, StringComparison.OrdinalIgnoreCase))
                && terms[^1].Block is not null && !IsContinued())
            {
                break;
            }
        }

        return new PowerShellElement([.. terms], line);
    }

    /// <summary>Whether <c>else</c> and its like follow a block; then what lies between is skipped.</summary>
    private bool IsContinued()
    {
        var (at, line) = (_at, _line);
        SkipBlanks(alsoLines: true);
        foreach (var word in Continuations)
        {
            var isWord = string.Compare(source, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
            if (isWord && !char.IsLetterOrDigit(Peek(word.Length)))
                return true;
        }

        // The condition of while and catch, and the block after it.
        if (Current is '(' or '{' or '[')
            return true;
        (_at, _line) = (at, line);
        return false;
    }
}
