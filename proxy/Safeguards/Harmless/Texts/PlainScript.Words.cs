namespace ClaudeCodeProxy.Safeguards.Harmless.Texts;

// What words are made of.
internal sealed partial class PlainScript
{
    private void ReadSingleQuotes()
    {
        BeginWord();
        var end = text.IndexOf('\'', _at + 1);
        if (end < 0)
            Refuse("a quote is not closed");
        else if (_document is not null && text.AsSpan(_at, end - _at).Contains('\n'))
            Refuse("a quoted text goes over the beginning of a here-document");
        else
            _at = end + 1;
    }

    private void ReadDoubleQuotes()
    {
        BeginWord();
        _at++;
        while (_why is null && _at < text.Length && Peek() != '"')
        {
            switch (Peek())
            {
                case '$':
                    ReadDollar(isQuoted: true);
                    break;
                case '`':
                    Refuse("backticks are not followed");
                    break;
                case '\\' when Peek(1) is '\n' or '\0':
                    Refuse("a line is continued inside quotes");
                    break;
                case '\\':
                    _at += 2;
                    break;
                case '\n' when _document is not null:
                    Refuse("a quoted text goes over the beginning of a here-document");
                    break;
                default:
                    _at++;
                    break;
            }
        }

        if (_at >= text.Length)
            Refuse("a quote is not closed");
        _at++;
    }

    private void ReadEscape()
    {
        if (Peek(1) == '\n')
        {
            // Elsewhere it would join what stands on both sides: an operator, a keyword.
            if (_document is not null || _word >= 0 || _at == 0 || text[_at - 1] is not (' ' or '\t'))
                Refuse("a line is continued inside a word");
        }
        else
        {
            BeginWord();
            if (Peek(1) is not (> ' ' and < '\x7F' or ' '))
                Refuse("an escaped character is unusual");
        }

        _at += 2;
    }

    private void ReadDollar(bool isQuoted)
    {
        BeginWord();
        var next = Peek(1);
        if (next == '(' && Peek(2) != '(')
        {
            if (_document is not null)
                Refuse("a substitution stands beside a here-document");
            _at += 2;
            ReadList(isNested: true);
        }
        else if (next == '{')
        {
            ReadBraces();
        }
        else if (char.IsAsciiLetter(next) || next == '_')
        {
            ReadName();
        }
        else if (next is '?' or '#' or '$')
        {
            _at += 2;
            if (PlainCharacters.IsName(Peek()) || Peek() is '[' or '{' or '$' or ':')
                Refuse($"shells disagree what follows `${next}`");
        }
        else if (!isQuoted && next == '\'')
        {
            ReadEscapedQuotes();
        }
        else if (isQuoted ? next is not (' ' or '"' or '|' or ')' or '/' or '.' or ',' or ';' or '%' or '\'' or ']' or '&') : !EndsWord(1))
        {
            Refuse($"`${next}` is not followed");
        }
        else
        {
            _at++;
        }
    }

    private void ReadName()
    {
        _at++;
        while (PlainCharacters.IsName(Peek()))
            _at++;
        // zsh: the element of an array, whose index is calculated, or a part of the path.
        if (Peek() == '[' || (Peek() == ':' && char.IsAsciiLetter(Peek(1))))
            Refuse($"shells disagree what `{Peek()}` behind a variable means");
    }

    // `${name}`, `${name:-default}`, `${name%.ts}`, `${name##*/}`.
    private void ReadBraces()
    {
        _at += 2;
        var start = _at;
        while (PlainCharacters.IsName(Peek()))
            _at++;
        var isNamed = _at > start && !char.IsAsciiDigit(text[start]);
        var (first, second) = (Peek(), Peek(1));
        if (first == ':' && second == '-')
            _at += 2;
        else if (first is '%' or '#')
            _at += second == first ? 2 : 1;
        while (first != '}' && (PlainCharacters.IsName(Peek()) || Peek() is '.' or '/' or '-' or '*'))
            _at++;
        if (!isNamed || !(first is '}' or '%' or '#' || (first == ':' && second == '-')) || Peek() != '}')
            Refuse("what stands between `${` and `}` is not followed");
        _at++;
        if (Peek() == '[')
            Refuse("shells disagree what `[` behind a variable means");
    }

    private void ReadEscapedQuotes()
    {
        if (Peek(2) == '\\' && Peek(3) is 't' or 'n' && Peek(4) == '\'')
            _at += 5;
        else
            Refuse("`$'` is followed for a tab and a line end only");
    }

    private void ReadCharacter()
    {
        var character = Peek();
        if (character is '{' or '}')
        {
            ReadBrace();
            return;
        }

        if (character == '[' && !MayBeClass())
            Refuse("a bracket is neither a test nor a pattern");
        if (character == '!' && _word < 0 && Peek(1) is not (' ' or '='))
            Refuse("what `!` means is not clear");
        // zsh: the path of a program.
        if (character == '=' && _word < 0 && _testEnd is null)
            Refuse("shells disagree what a word that begins with `=` means");
        if (character is '`' or > '\x7F' || (character == '^' && _word < 0))
            Refuse(character == '`' ? "backticks are not followed" : $"`{character}` stands outside of quotes");
        BeginWord();
        _at++;
    }

    // At the beginning of a word a bracket begins a test, for our parser; and no keyword ends before it.
    private bool MayBeClass()
    {
        if (_word < 0)
            return Peek(1) is ' ' or '\t' || (Peek(1) == '[' && Peek(2) is ' ' or '\t');
        if (text[_word] == '[' && _at == _word + 1)
            return Peek(1) is ' ' or '\t';
        var end = text.IndexOf(']', _at);
        return _testEnd is null && end > _at + 1 && IsClass(text.AsSpan(_at + 1, end - _at - 1))
            && text.AsSpan(_word, _at - _word).IndexOfAnyExceptInRange('a', 'z') >= 0;
    }

    private static bool IsClass(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!PlainCharacters.IsName(character) && character is not ('-' or '!'))
                return false;
        }

        return true;
    }

    private void ReadBrace()
    {
        var end = text.IndexOf('}', _at);
        var inside = Peek() == '{' && end > 0 ? text.AsSpan(_at + 1, end - _at - 1) : "\n";
        if (_word < 0 && (Peek() == '}' ? EndsWord(1) && Peek(1) is not ('<' or '>' or '(') : Peek(1) is ' ' or '\n'))
        {
            var isCommand = _isCommand;
            BeginWord();
            _at++;
            EndWord();
            if (!isCommand)
                Refuse("a brace is neither a group nor a pattern");
            return;
        }

        // The name of a file in find and xargs; a state of git; `{a,b}` and `{1..3}`.
        if (!(inside.IsEmpty || (_word >= 0 && text[_at - 1] == '@' && IsWord(inside)) || IsExpansion(inside)))
            Refuse("a brace is neither a group nor a pattern");
        if (_isCommand && _word < 0)
            Refuse("the name of a program is put together");
        BeginWord();
        _at = end + 1;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!PlainCharacters.IsName(character))
                return false;
        }

        return true;
    }

    private static bool IsExpansion(ReadOnlySpan<char> text) =>
        PlainCharacters.IsSafe(text) && (text.Contains(',') || text.Contains("..", StringComparison.Ordinal));
}
