namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Scripts of sed that only print and replace: no <c>w</c>, <c>r</c>, <c>e</c> nor what is not known.</summary>
internal sealed class SedScript(string script)
{
    private int _at;

    private char Peek() => _at < script.Length ? script[_at] : '\0';

    public static bool IsHarmless(string script) => new SedScript(script).Read();

    private bool Read()
    {
        while (_at < script.Length)
        {
            if (Peek() is ' ' or '\t' or '\n' or ';' or '{' or '}')
                _at++;
            else if (!SkipAddresses() || !ReadCommand())
                return false;
        }

        return true;
    }

    private bool SkipAddresses()
    {
        while (true)
        {
            if (char.IsAsciiDigit(Peek()) || Peek() is '$' or ',' or '~' or '+' or '!' or ' ')
                _at++;
            else if (Peek() == '/')
                _at++;
            else
                return true;
            if (script[_at - 1] == '/' && !(SkipTo('/') && SkipFlags("I")))
                return false;
        }
    }

    private bool SkipFlags(string flags)
    {
        while (flags.Contains(Peek()) && _at < script.Length)
            _at++;
        return true;
    }

    private bool ReadCommand()
    {
        var command = Peek();
        _at++;
        switch (command)
        {
            case '{':
                return true;
            case 's':
                return ReadReplacement(hasFlags: true);
            case 'y':
                return ReadReplacement(hasFlags: false);
            case 'p' or 'd' or 'n' or 'N' or 'h' or 'H' or 'g' or 'G' or 'x' or 'D' or 'P' or '=':
                return IsAtEnd();
            case 'q' or 'Q' or 'l':
                while (char.IsAsciiDigit(Peek()))
                    _at++;
                return IsAtEnd();
            case 'a' or 'i' or 'c':
                var end = script.IndexOf('\n', _at);
                var text = script.AsSpan(_at, (end < 0 ? script.Length : end) - _at);
                _at += text.Length;
                return !text.Contains('\\');
            default:
                return false;
        }
    }

    private bool IsAtEnd()
    {
        while (Peek() is ' ' or '\t')
            _at++;
        return _at >= script.Length || Peek() is ';' or '}' or '\n';
    }

    private bool ReadReplacement(bool hasFlags)
    {
        var delimiter = Peek();
        if (delimiter is '\0' or '\\' or '\n' or '[' or ' ' or ';' || char.IsAsciiLetterOrDigit(delimiter))
            return false;
        _at++;
        return SkipTo(delimiter) && SkipTo(delimiter) && (!hasFlags || SkipFlags("gpiIm0123456789")) && IsAtEnd();
    }

    // Whether a delimiter between square brackets ends the text depends on which sed it is.
    private bool SkipTo(char delimiter)
    {
        var isOpen = false;
        while (_at < script.Length)
        {
            var next = script[_at++];
            if (next == '\n')
                return false;
            if (next == delimiter)
                return !isOpen;
            if (next == '\\' && Peek() != '\n')
                _at++;
            else if (next == '\\' || (next == '[' && (Peek() == ']' || (Peek() == '^' && _at + 1 < script.Length && script[_at + 1] == ']'))))
                return false;
            else if (next is '[' or ']')
                isOpen = next == '[';
        }

        return false;
    }
}
