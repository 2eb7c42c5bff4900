using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>Reads a text as BuildKit does (frontend/dockerfile/shell/lex.go): quotes, escapes, variables, and the blanks that end a word.</summary>
/// <param name="source">As written.</param>
/// <param name="escape">The Dockerfile's escape character.</param>
/// <param name="lookup">A variable's value, null when it is not set; without a lookup variables stay as written.</param>
internal sealed class WordReader(string source, char escape, Func<string, string?>? lookup = null)
{
    // Deeper nesting than in real scripts; without a limit a hostile text could exhaust the stack.
    private const int DeepestNesting = 100;

    private int _at;
    private int _depth;

    public bool KeepsQuotes { get; init; }

    public bool KeepsEscapes { get; init; }

    /// <summary>Quotes mean nothing, as in a here-document.</summary>
    public bool IgnoresQuotes { get; init; }

    /// <summary>Why the text could not be read.</summary>
    public WordFault? Fault { get; private set; }

    private char? Peek => _at < source.Length ? source[_at] : null;

    /// <returns>Null when it cannot be read.</returns>
    public string? ReadText() => ReadUntil(null, KeepsEscapes);

    /// <summary>The text split at blanks that are not quoted.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public List<string>? ReadWords()
    {
        var words = new WordList();
        return ReadUntil(null, KeepsEscapes, words) is null ? null : words.Finish();
    }

    /// <summary>Reads up to and over the letter that ends the part, or to the end of the text.</summary>
    private string? ReadUntil(char? stop, bool keepEscapes, WordList? words = null)
    {
        var text = new StringBuilder();
        while (Peek is { } next && next != stop)
        {
            var (part, splits) = ReadPart(next, keepEscapes);
            if (part is null)
                return null;
            words?.Append(part, splits);
            text.Append(part);
        }

        return stop is null || Skip(stop.Value) ? text.ToString() : Refuse(new WordFault.Unclosed(stop.Value));
    }

    private (string? Text, bool Splits) ReadPart(char next, bool keepEscapes) => next switch
    {
        '$' => (ReadVariable(), true),
        '\'' when !IgnoresQuotes => (ReadSingleQuoted(), false),
        '"' when !IgnoresQuotes => (ReadDoubleQuoted(keepEscapes), false),
        '<' => (ReadLessThan(), false),
        _ when next == escape => (ReadEscaped(keepEscapes), false),
        _ => (Next().ToString(), true),
    };

    private string ReadEscaped(bool keepEscape)
    {
        var kept = Kept(Next(), keepEscape);
        return Peek is null ? kept : kept + Next();
    }

    private string? ReadSingleQuoted()
    {
        var end = source.IndexOf('\'', _at + 1);
        if (end < 0)
            return Refuse(new WordFault.Unclosed('\''));
        var text = KeepsQuotes ? source[_at..(end + 1)] : source[(_at + 1)..end];
        _at = end + 1;
        return text;
    }

    private string? ReadDoubleQuoted(bool keepEscapes)
    {
        var text = new StringBuilder(Kept(Next(), KeepsQuotes));
        while (Peek is { } next && next != '"')
        {
            if ((next == '$' ? ReadVariable() : ReadInDoubleQuotes(keepEscapes)) is not { } part)
                return null;
            text.Append(part);
        }

        return Peek is null ? Refuse(new WordFault.Unclosed('"')) : text.Append(Kept(Next(), KeepsQuotes)).ToString();
    }

    /// <summary>Only these are escapes inside double quotes; before any other letter the escape stays.</summary>
    private string ReadInDoubleQuotes(bool keepEscapes)
    {
        var next = Next();
        if (next != escape)
            return next.ToString();
        return Kept(escape, keepEscapes) + (Peek is '"' or '$' || Peek == escape ? Next() : next);
    }

    /// <summary>What announces a here-document, whose delimiter may stand apart: <c>&lt;&lt; EOF</c>.</summary>
    private string ReadLessThan()
    {
        var start = _at++;
        if (Skip('<'))
        {
            while (Peek is ' ' or '\t' or '\r')
                _at++;
        }

        return source[start.._at];
    }

    private string? ReadVariable()
    {
        var start = _at++;
        if (!Skip('{'))
        {
            var name = ReadName();
            return lookup is null || name.Length == 0 ? source[start.._at] : lookup(name) ?? "";
        }

        if (Peek is '{' or '}' or ':' || ++_depth > DeepestNesting)
            return Refuse(new WordFault.UnknownSubstitution());
        var text = ReadSubstitution(ReadName());
        _depth--;
        return text is null || lookup is not null ? text : source[start.._at];
    }

    private string? ReadSubstitution(string name)
    {
        if (Peek is null)
            return Refuse(new WordFault.Unclosed('}'));
        return Next() switch
        {
            '}' => Value(name) ?? "",
            ':' when Peek is { } and not ('#' or '%') => ReadAlternative(name, Next(), emptyIsUnset: true),
            '+' => ReadAlternative(name, '+', emptyIsUnset: false),
            '-' => ReadAlternative(name, '-', emptyIsUnset: false),
            '?' => ReadAlternative(name, '?', emptyIsUnset: false),
            '#' => ReadTrimmed(name, '#'),
            '%' => ReadTrimmed(name, '%'),
            '/' => ReadReplaced(name),
            _ => Refuse(new WordFault.UnknownSubstitution()),
        };
    }

    private string? ReadAlternative(string name, char operation, bool emptyIsUnset)
    {
        if (ReadUntil('}', keepEscapes: false) is not { } alternative || lookup is null)
            return Fault is null ? "" : null;
        var value = Value(name);
        var isSet = emptyIsUnset ? !string.IsNullOrEmpty(value) : value is not null;
        return operation switch
        {
            '-' => isSet ? value : alternative,
            '+' => isSet ? alternative : "",
            '?' => isSet ? value : Refuse(new WordFault.Unset(name, alternative)),
            _ => Refuse(new WordFault.UnknownSubstitution()),
        };
    }

    private string? ReadTrimmed(string name, char operation)
    {
        if (ReadUntil('}', keepEscapes: true) is not { } pattern || lookup is null)
            return Fault is null ? "" : null;
        var longest = pattern.StartsWith(operation);
        if (TextPattern.Parse(longest ? pattern[1..] : pattern) is not { } glob)
            return Refuse(new WordFault.UnknownSubstitution());
        var value = Value(name) ?? "";
        return operation == '#' ? glob.TrimStart(value, longest) : glob.TrimEnd(value, longest);
    }

    private string? ReadReplaced(string name)
    {
        var all = Skip('/');
        if (ReadUntil('/', keepEscapes: true) is not { } pattern || ReadUntil('}', keepEscapes: true) is not { } replacement || lookup is null)
            return Fault is null ? "" : null;
        return TextPattern.Parse(pattern) is { } glob
            ? glob.Replace(Value(name) ?? "", replacement, all)
            : Refuse(new WordFault.UnknownSubstitution());
    }

    private string? Value(string name) => lookup?.Invoke(name);

    private string ReadName()
    {
        var start = _at;
        if (Peek is '@' or '*' or '#' or '?' or '-' or '$' or '!')
            return Next().ToString();
        var digits = Peek is { } first && char.IsDigit(first);
        while (Peek is { } next && (digits ? char.IsDigit(next) : char.IsLetterOrDigit(next) || next == '_'))
            _at++;
        return source[start.._at];
    }

    private static string Kept(char letter, bool keeps) => keeps ? letter.ToString() : "";

    private char Next() => source[_at++];

    private bool Skip(char letter)
    {
        var skips = Peek == letter;
        _at += skips ? 1 : 0;
        return skips;
    }

    private string? Refuse(WordFault why)
    {
        Fault = why;
        return null;
    }
}
