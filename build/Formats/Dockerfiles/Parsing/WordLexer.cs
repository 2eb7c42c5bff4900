using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>
/// Splits a text into words with quotes and escapes, leaving variables as they are (buildkit: frontend/dockerfile/shell/lex.go with no variable set).
/// </summary>
internal sealed class WordLexer(string source, char escape, bool keepQuotes = false, bool keepEscapes = false)
{
    // Deeper nesting than anyone writes; without a limit a hostile text could exhaust the stack.
    private const int DeepestNesting = 100;

    private int _at;
    private int _depth;

    private bool AtEnd => _at >= source.Length;

    private char? Peek => AtEnd ? null : source[_at];

    /// <returns>Null when a quote or a brace has no partner, or a substitution is none that Dockerfiles know.</returns>
    public List<string>? Words()
    {
        var words = new WordList();
        return ReadUntil(null, keepEscapes, words) is null ? null : words.Finish();
    }

    /// <summary>The whole text as one word; the text itself when it cannot be read.</summary>
    public string Unquoted() => ReadUntil(null, keepEscapes, new WordList()) ?? source;

    private string? ReadUntil(char? stop, bool keep, WordList words)
    {
        var result = new StringBuilder();
        while (Peek is { } next)
        {
            if (next == stop)
            {
                _at++;
                return result.ToString();
            }

            if (next is '\'' or '"' or '$' or '<')
            {
                if (ReadSpecial(next, keep) is not { } special)
                    return null;
                words.Append(special, splits: next == '$');
                result.Append(special);
            }
            else
            {
                ReadPlain(keep, words, result);
            }
        }

        return stop is null ? result.ToString() : null;
    }

    private void ReadPlain(bool keep, WordList words, StringBuilder result)
    {
        var next = source[_at++];
        if (next != escape)
        {
            words.Append(next.ToString(), splits: true);
            result.Append(next);
            return;
        }

        var escaped = (keep ? escape.ToString() : "") + (AtEnd ? "" : source[_at++]);
        words.Append(escaped, splits: false);
        result.Append(escaped);
    }

    private string? ReadSpecial(char first, bool keep) => first switch
    {
        '\'' => ReadSingleQuoted(),
        '"' => ReadDoubleQuoted(keep),
        '$' => ReadVariable(),
        _ => ReadLessThan(),
    };

    private string? ReadSingleQuoted()
    {
        var end = source.IndexOf('\'', _at + 1);
        if (end < 0)
            return null;
        var (start, length) = keepQuotes ? (_at, end - _at + 1) : (_at + 1, end - _at - 1);
        _at = end + 1;
        return source.Substring(start, length);
    }

    private string? ReadDoubleQuoted(bool keep)
    {
        var result = new StringBuilder(keepQuotes ? "\"" : "");
        _at++;
        while (Peek is { } next)
        {
            if (next == '"')
            {
                _at++;
                return result.Append(keepQuotes ? "\"" : "").ToString();
            }

            if (next == '$')
            {
                if (ReadVariable() is not { } variable)
                    return null;
                result.Append(variable);
            }
            else
            {
                result.Append(ReadInDoubleQuotes(keep));
            }
        }

        return null;
    }

    private string ReadInDoubleQuotes(bool keep)
    {
        var next = source[_at++];
        if (next != escape || !(Peek is '"' or '$' || Peek == escape))
            return next.ToString();
        return (keep ? escape.ToString() : "") + source[_at++];
    }

    private string ReadLessThan()
    {
        var start = _at++;
        if (Peek != '<')
            return "<";
        _at++;
        // The delimiter may stand apart: `<< EOF`.
        while (Peek is ' ' or '\t' or '\r')
            _at++;
        return source[start.._at];
    }

    private string? ReadVariable()
    {
        var start = _at++;
        if (Peek != '{')
        {
            SkipName();
            return source[start.._at];
        }

        _at++;
        return Peek is null or '{' or '}' or ':' || !SkipSubstitution() ? null : source[start.._at];
    }

    private bool SkipSubstitution()
    {
        SkipName();
        var operation = AtEnd ? '\0' : source[_at++];
        switch (operation)
        {
            case '}':
                return true;
            case ':':
                return !AtEnd && source[_at++] is not ('#' or '%') && SkipTo('}', keep: false);
            case '+' or '-' or '?' or '#' or '%':
                return SkipTo('}', operation is '#' or '%');
            case '/':
                _at += Peek == '/' ? 1 : 0;
                return SkipTo('/', keep: true) && SkipTo('}', keep: true);
            default:
                return false;
        }
    }

    private bool SkipTo(char stop, bool keep)
    {
        var found = ++_depth <= DeepestNesting && ReadUntil(stop, keep, new WordList()) is not null;
        _depth--;
        return found;
    }

    private void SkipName()
    {
        if (Peek is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _at++;
            return;
        }

        var digits = Peek is { } first && char.IsDigit(first);
        while (Peek is { } next && (digits ? char.IsDigit(next) : char.IsLetterOrDigit(next) || next == '_'))
            _at++;
    }
}
