using System.Text;

namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Finds calls in code of any language by the names that are called, and what stands behind them.</summary>
internal static class CodeCalls
{
    public static bool IsName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary><c>(data)</c>.</summary>
    public static bool IsOneName(string argument) => argument.Length > 2 && argument[0] == '(' && Characters.All(argument[1..^1], IsName);

    /// <returns>What is in the brackets, or up to the end of the statement.</returns>
    public static IEnumerable<string> Find(string code, string[] names)
    {
        foreach (var name in names)
        {
            for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if ((at == 0 || !IsName(code[at - 1])) && (name == "`" || end == code.Length || !IsName(code[end])))
                    yield return Argument(code, end, name == "`" ? '`' : '\0');
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
    public static IEnumerable<string> Piped(string code)
    {
        var isBehindPipe = false;
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == '"' && EndOfText(code, at) is > 0 and var end)
            {
                if (isBehindPipe || code.AsSpan(end + 1).TrimStart() is ['|', not '|', ..])
                    yield return code[(at + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal);
                at = end;
            }

            isBehindPipe = code[at] == '|' || (isBehindPipe && code[at] is ' ' or '&');
        }
    }

    /// <summary>The same code with texts that are joined by <c>+</c> or <c>.</c> as one, and the home directory as <c>${HOME}</c>.</summary>
    public static string JoinTexts(string code)
    {
        if (code.Contains("HOME", StringComparison.Ordinal) || code.Contains("ome", StringComparison.Ordinal) || code.Contains('~'))
        {
            foreach (var home in Homes)
                code = code.Replace(home, "'${HOME}'", StringComparison.Ordinal);
        }

        var joined = new StringBuilder(code.Length);
        for (var at = 0; at < code.Length; at++)
        {
            var end = code[at] is '"' or '\'' ? EndOfText(code, at) : -1;
            if (end < 0)
            {
                joined.Append(code[at]);
                continue;
            }

            joined.Append(code, at, end - at);
            while (NextText(code, end + 1) is var next and > 0 && EndOfText(code, next) is > 0 and var last)
            {
                joined.Append(code, next + 1, last - next - 1);
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

    private static string Argument(string code, int at, char close)
    {
        if (close != '\0')
            return $"\"{code[at..(code.IndexOf(close, at) is >= 0 and var mark ? mark : code.Length)]}\"";
        while (at < code.Length && code[at] == ' ')
            at++;
        if (at == code.Length || code[at] is not ('(' or '{'))
            return code[at..(code.AsSpan(at).IndexOfAny(';', '\n') is >= 0 and var end ? at + end : code.Length)];
        var (start, depth) = (at, 0);
        for (; at < code.Length; at++)
        {
            depth += code[at] is '(' or '{' or '[' ? 1 : code[at] is ')' or '}' or ']' ? -1 : 0;
            if (depth == 0)
                break;
        }

        return code[start..Math.Min(at + 1, code.Length)];
    }
}
