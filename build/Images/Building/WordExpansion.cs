using System.Text;

namespace ContainerSecurity.Images.Building;

/// <summary>Resolves quotes, escapes and variables of one word (Dockerfile reference, "Environment replacement").</summary>
/// <param name="word">As written.</param>
/// <param name="escape">The Dockerfile's escape character.</param>
/// <param name="lookup">A variable's value; null when it is not set.</param>
internal sealed class WordExpansion(string word, char escape, Func<string, string?> lookup)
{
    private int _at;

    private char? Next => _at < word.Length ? word[_at] : null;

    public string Expand() => ReadUntil(null);

    private string ReadUntil(char? end)
    {
        var text = new StringBuilder();
        while (Next is { } letter && letter != end)
            text.Append(ReadPart(letter));

        if (end is not null && Next is null)
            throw Unreadable($"`{word}` has no closing `{end}`");

        return text.ToString();
    }

    private string ReadPart(char letter)
    {
        if (letter == '\'')
            return ReadSingleQuoted();
        if (letter == '"')
            return ReadDoubleQuoted();
        if (letter == '$')
            return ReadVariable();

        _at++;
        if (letter != escape)
            return letter.ToString();

        return Next is null ? "" : word[_at++].ToString();
    }

    private string ReadSingleQuoted()
    {
        var end = word.IndexOf('\'', ++_at);
        if (end < 0)
            throw Unreadable($"`{word}` has no closing `'`");

        var text = word[_at..end];
        _at = end + 1;
        return text;
    }

    private string ReadDoubleQuoted()
    {
        _at++;
        var text = new StringBuilder();
        while (Next is { } letter && letter != '"')
        {
            if (letter == '$')
            {
                text.Append(ReadVariable());
                continue;
            }

            _at++;
            // Only these are escapes inside double quotes; before any other letter the escape stays.
            text.Append(letter == escape && (Next is '"' or '$' || Next == escape) ? word[_at++] : letter);
        }

        if (Next is null)
            throw Unreadable($"`{word}` has no closing `\"`");

        _at++;
        return text.ToString();
    }

    private string ReadVariable()
    {
        _at++;
        if (Next != '{')
        {
            var bare = ReadName();
            return bare.Length == 0 ? "$" : lookup(bare) ?? "";
        }

        _at++;
        var name = ReadName();
        var value = ReadBraces(name);
        _at++;
        return value;
    }

    private string ReadBraces(string name)
    {
        var value = lookup(name);
        if (Next == '}' && name.Length > 0)
            return value ?? "";

        var emptyCounts = Next == ':';
        _at += emptyCounts ? 1 : 0;
        var isSet = emptyCounts ? !string.IsNullOrEmpty(value) : value is not null;
        var operation = Next;
        if (name.Length == 0 || operation is not ('-' or '+' or '?'))
            throw Unreadable($"`{word}` uses a substitution that the built-in builder does not know");

        _at++;
        var alternative = ReadUntil('}');
        return operation switch
        {
            '-' => isSet ? value! : alternative,
            '+' => isSet ? alternative : "",
            _ => isSet ? value! : throw new RefusedInstructionException(BuildRule.CS3, $"{name} is not set: {alternative}", $"Give {name} a value."),
        };
    }

    private string ReadName()
    {
        var start = _at;
        while (Next is { } letter && (char.IsAsciiLetter(letter) || letter == '_' || (char.IsAsciiDigit(letter) && _at > start)))
            _at++;

        return word[start.._at];
    }

    private static RefusedInstructionException Unreadable(string why) =>
        new(BuildRule.CS1, why, "Use $NAME, ${NAME}, ${NAME:-default}, ${NAME:+alternative} or ${NAME:?message}, and close every quote.");
}
