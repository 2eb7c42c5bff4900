using System.Text;

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Reads the <c>KEY=VALUE</c> files that godotenv reads: export, comments, quotes, escapes, references to earlier lines.</summary>
internal static class EnvFile
{
    /// <summary>Throws <see cref="FormatException"/> naming the line, never its text: it may hold a key.</summary>
    /// <param name="places">Takes the line, from 1, on which each name was set last.</param>
    public static IReadOnlyDictionary<string, string> Parse(string text, Dictionary<string, int>? places = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var first = index;
            var (name, rest) = SplitName(line, first);
            while (IsOpen(rest) && index + 1 < lines.Length)
                rest += "\n" + lines[++index];
            values[name] = ReadValue(rest, values, first);
            if (places is not null)
                places[name] = first + 1;
        }

        return values;
    }

    private static (string Name, string Value) SplitName(string line, int index)
    {
        if (line.StartsWith("export ", StringComparison.Ordinal))
            line = line["export ".Length..].TrimStart();
        var end = line.AsSpan().IndexOfAny('=', ':');
        var name = end < 0 ? "" : line[..end].TrimEnd();
        if (name.Length == 0 || !name.All(IsNameCharacter))
            throw Bad(index, "it is not NAME=VALUE");
        return (name, line[(end + 1)..].Trim());
    }

    /// <summary>A quoted value may span lines.</summary>
    private static bool IsOpen(string value) => value is ['"' or '\'', ..] && ClosingQuote(value) < 0;

    private static string ReadValue(string value, Dictionary<string, string> earlier, int index)
    {
        if (value is not ['"' or '\'', ..])
            return Expand(WithoutComment(value), earlier);
        var end = ClosingQuote(value);
        if (end < 0)
            throw Bad(index, "its quote is not closed");
        var rest = value[(end + 1)..].TrimStart();
        if (rest.Length > 0 && rest[0] != '#')
            throw Bad(index, "there is text after the closing quote");
        return value[0] == '\'' ? value[1..end] : Expand(value[1..end], earlier, escapes: true);
    }

    private static int ClosingQuote(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '\\' && value[0] == '"')
                i++;
            else if (value[i] == value[0])
                return i;
        }

        return -1;
    }

    private static string WithoutComment(string value)
    {
        if (value is ['#', ..])
            return "";
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }

    /// <summary>
    /// Replaces <c>$NAME</c> and <c>${NAME}</c> by values from earlier lines. The real environment is out of reach, so that a foreign
    /// file cannot copy a key out of it.
    /// </summary>
    private static string Expand(string value, Dictionary<string, string> earlier, bool escapes = false)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && escapes && i + 1 < value.Length)
            {
                text.Append(Unescape(value[++i]));
            }
            else if (value[i] == '$' && ReferenceAt(value, i) is var (name, length))
            {
                text.Append(earlier.GetValueOrDefault(name, ""));
                i += length - 1;
            }
            else
            {
                text.Append(value[i]);
            }
        }

        return text.ToString();
    }

    private static char Unescape(char escaped) => escaped switch { 'n' => '\n', 'r' => '\r', _ => escaped };

    private static (string Name, int Length)? ReferenceAt(string value, int dollar)
    {
        var isBraced = dollar + 1 < value.Length && value[dollar + 1] == '{';
        var start = dollar + (isBraced ? 2 : 1);
        var end = start;
        while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] == '_'))
            end++;
        if (end == start || (isBraced && (end == value.Length || value[end] != '}')))
            return null;
        return (value[start..end], end - dollar + (isBraced ? 1 : 0));
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';

    private static FormatException Bad(int index, string why) => new($"line {index + 1}: {why}");
}
