namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs of awk that only read what they are given and print: no files, commands, environment.</summary>
internal sealed class AwkProgram(string program)
{
    private static readonly string[] Dangerous =
    [
        "system", "getline", "close", "fflush", "ENVIRON", "ARGV", "ARGC", "ARGIND", "PROCINFO", "SYMTAB", "FUNCTAB", "extension",
    ];

    // After these words a slash begins a regular expression; after any other it divides.
    private static readonly string[] Keywords = ["print", "printf", "return", "in", "else", "do", "case", "delete", "exit"];

    private int _at;
    private bool _prints;
    private bool _wasOperand;

    private char Peek(int ahead = 0) => _at + ahead < program.Length ? program[_at + ahead] : '\0';

    public static bool IsHarmless(string program) => new AwkProgram(program).Read();

    private bool Read()
    {
        while (_at < program.Length)
        {
            var next = Peek();
            if (next is ' ' or '\t')
                _at++;
            else if (char.IsAsciiLetter(next) || next == '_' ? !ReadWord() : char.IsAsciiDigit(next) ? !ReadNumber() : !ReadOther(next))
                return false;
        }

        return true;
    }

    private bool ReadWord()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
            _at++;
        var word = program[start.._at];
        if (Array.IndexOf(Dangerous, word) >= 0)
            return false;
        _prints |= word is "print" or "printf";
        _wasOperand = Array.IndexOf(Keywords, word) < 0;
        return true;
    }

    private bool ReadNumber()
    {
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '.')
            _at++;
        _wasOperand = true;
        return true;
    }

    private bool ReadOther(char next)
    {
        _at++;
        switch (next)
        {
            case '"':
                return ReadTo('"');
            case '/' when !_wasOperand:
                return ReadTo('/');
            case '#':
                while (_at < program.Length && Peek() != '\n')
                    _at++;
                return true;
            case '\n':
                _wasOperand = false;
                return true;
            case ';' or '{' or '}':
                (_prints, _wasOperand) = (false, false);
                return true;
            case '>':
                _wasOperand = false;
                return !_prints && Peek() != '>';
            case '|':
                _wasOperand = false;
                return Peek() == '|' && ++_at > 0;
            case ']':
                _wasOperand = true;
                return true;
            case ')':
                return IsNoSlash();
            case '+' or '-' when Peek() == next:
                _at++;
                return IsNoSlash();
            case '(' or '[' or ',' or '+' or '-' or '*' or '%' or '=' or '!' or '<' or '~' or '?' or ':' or '$' or '^' or '.' or '/':
                _wasOperand = false;
                return true;
            case '&':
                _wasOperand = false;
                return Peek() == '&' && ++_at > 0;
            default:
                return false;
        }
    }

    // What a slash is here depends on what the bracket closes, or on which side of a variable the sign stands.
    private bool IsNoSlash()
    {
        _wasOperand = true;
        while (Peek() is ' ' or '\t')
            _at++;
        return Peek() != '/';
    }

    private bool ReadTo(char end)
    {
        var inClass = false;
        while (_at < program.Length)
        {
            var next = program[_at++];
            if (next == '\n')
                return false;
            if (next == end)
            {
                _wasOperand = true;
                return !inClass;
            }

            if (next == '\\' && Peek() != '\n')
                _at++;
            else if (next == '\\' || (end == '/' && next == '[' && (Peek() == ']' || (Peek() == '^' && Peek(1) == ']'))))
                return false;
            else if (end == '/' && next is '[' or ']')
                inClass = next == '[';
        }

        return false;
    }
}
