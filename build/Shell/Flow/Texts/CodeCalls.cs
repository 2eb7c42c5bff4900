using System.Text;

namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Finds calls in code of any language by the names that are called, and what stands behind them.</summary>
internal static class CodeCalls
{
    // An open bracket may never be closed; where many are open, so that the cost stays linear, only the beginning of what is in them counts.
    private const int LongestArgument = 1 << 14;
    private const int ShortArgument = 1 << 8;
    private const int MostOpen = 16;

    public static bool IsName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary><c>(data)</c>.</summary>
    public static bool IsOneName(string argument) => argument.Length > 2 && argument[0] == '(' && Characters.All(argument[1..^1], IsName);

    /// <returns>What is in the brackets, or up to the end of the statement, and where it begins.</returns>
    public static IEnumerable<CodeText> Find(string code, string[] names)
    {
        foreach (var name in names)
        {
            var (left, last) = (MostOpen * LongestArgument, 0);
            for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if ((at > 0 && IsName(code[at - 1])) || (name != "`" && end < code.Length && IsName(code[end])))
                    continue;
                var argument = Argument(code.AsSpan(end), name == "`" ? '`' : '\0', left > 0 ? LongestArgument : ShortArgument);
                (left, last) = (left + (MostOpen * (end - last)) - argument.Length, end);
                yield return new(name, argument, end);
            }
        }
    }

    // The home directory, in the words of several languages.
    private static readonly string[] Homes =
    [
        "process.env.HOME", "process.env['HOME']", "process.env[\"HOME\"]", "require('os').homedir()", "require(\"os\").homedir()", "os.homedir()",
        "os.environ['HOME']", "os.environ[\"HOME\"]", "os.environ.get('HOME')", "os.environ.get(\"HOME\")", "os.getenv('HOME')",
        "os.getenv(\"HOME\")",
        "os.path.expanduser('~')", "os.path.expanduser(\"~\")", "str(Path.home())", "pathlib.Path.home()", "Path.home()", "$ENV{HOME}",
        "$ENV{'HOME'}",
        "$ENV{\"HOME\"}", "ENV['HOME']", "ENV[\"HOME\"]", "ENV.fetch('HOME')", "Dir.home", "getenv('HOME')", "getenv(\"HOME\")", "ENVIRON[\"HOME\"]",
        "$_SERVER['HOME']",
    ];

    /// <summary>Commands among the texts in quotes: one text with all its words, or a list of words.</summary>
    public static List<string> Commands(string code)
    {
        var texts = Quoted(code);
        var commands = texts.FindAll(text => text.Contains(' '));
        return commands.Count > 0 ? commands : texts.Count > 1 ? [string.Join(' ', texts)] : [];
    }

    /// <summary>Texts that are written to or read from a command: <c>"cmd" | getline</c>, <c>print | "cmd"</c>.</summary>
    public static IEnumerable<CodeText> Piped(string code)
    {
        var isBehindPipe = false;
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == '"')
            {
                var end = EndOfText(code, at);
                if (end < 0)
                    break;
                if (isBehindPipe || code.AsSpan(end + 1).TrimStart() is ['|', not '|', ..])
                    yield return new("|", code[(at + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal), at);
                at = end;
            }

            isBehindPipe = code[at] == '|' || (isBehindPipe && code[at] is ' ' or '&');
        }
    }

    /// <summary>
    /// The same code with texts that are joined by <c>+</c> or <c>.</c> as one, and the home directory as <c>${HOME}</c>. The lines behind them keep
    /// their numbers.
    /// </summary>
    public static string JoinTexts(string code)
    {
        if (code.Contains("HOME", StringComparison.Ordinal) || code.Contains("ome", StringComparison.Ordinal) || code.Contains('~'))
        {
            foreach (var home in Homes)
                code = code.Replace(home, "'${HOME}'", StringComparison.Ordinal);
        }

        // A quote that nothing ends is none, and neither is any behind it.
        var (joined, lost, quotes) = (new StringBuilder(code.Length), 0, "\"'");
        for (var at = 0; at < code.Length; at++)
        {
            var isQuote = quotes.Contains(code[at]);
            var end = isQuote ? EndOfText(code, at) : -1;
            if (end < 0)
            {
                if (isQuote)
                    quotes = quotes.Replace(code[at].ToString(), "", StringComparison.Ordinal);
                joined.Append(code[at]);
                if (code[at] == '\n')
                    (_, lost) = (joined.Append('\n', lost), 0);
                continue;
            }

            joined.Append(code, at, end - at);
            while (NextText(code, end + 1) is var next and > 0 && EndOfText(code, next) is > 0 and var last)
            {
                joined.Append(code, next + 1, last - next - 1);
                lost += code.AsSpan(end, next - end).Count('\n');
                end = last;
            }

            joined.Append(code[at]);
            at = end;
        }

        return joined.ToString();
    }

    /// <returns>Where a text begins that is joined to the one before; 0 where none does.</returns>
    private static int NextText(string code, int at)
    {
        var rest = code.AsSpan(at).TrimStart();
        if (rest is not ['+' or '.', ..])
            return 0;
        rest = rest[1..].TrimStart();
        return rest is ['"' or '\'', ..] ? code.Length - rest.Length : 0;
    }

    /// <summary>The texts in quotes.</summary>
    public static List<string> Quoted(string code)
    {
        var texts = new List<string>();
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is not ('"' or '\''))
                continue;
            var end = EndOfText(code, at);
            if (end < 0)
                break;
            texts.Add(code[(at + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal));
            at = end;
        }

        return texts;
    }

    /// <returns>Where the quote stands that ends the text which begins here; negative for none.</returns>
    private static int EndOfText(string code, int start)
    {
        for (var at = start + 1; at < code.Length; at++)
        {
            if (code[at] == '\\')
                at++;
            else if (code[at] == code[start])
                return at;
        }

        return -1;
    }

    private static string Argument(ReadOnlySpan<char> rest, char close, int longest)
    {
        rest = close == '\0' ? rest.TrimStart(' ') : rest;
        rest = rest[..Math.Min(rest.Length, longest)];
        if (close != '\0')
            return $"\"{rest[..(rest.IndexOf(close) is >= 0 and var mark ? mark : rest.Length)]}\"";
        if (rest is not ['(' or '{', ..])
            return rest[..(rest.IndexOfAny(';', '\n') is >= 0 and var end ? end : rest.Length)].ToString();
        for (var (at, depth) = (0, 0); at < rest.Length; at++)
        {
            depth += rest[at] is '(' or '{' or '[' ? 1 : rest[at] is ')' or '}' or ']' ? -1 : 0;
            if (depth == 0)
                return rest[..(at + 1)].ToString();
        }

        return rest.ToString();
    }
}

/// <summary>A call, what it is given, and the index where that begins.</summary>
internal sealed class CodeText(string name, string text, int at)
{
    public string Name => name;

    public string Text => text;

    public int At => at;
}
