namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Finds calls in code of any language by the names that are called, and what stands behind them.</summary>
internal static class CodeCalls
{
    // An open bracket may never be closed.
    private const int LongestArgument = 1 << 14;

    public static bool IsName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary><c>(data)</c>.</summary>
    public static bool IsOneName(string argument) => argument.Length > 2 && argument[0] == '(' && argument[1..^1].All(IsName);

    /// <returns>What is in the brackets, or up to the end of the statement, and where it begins.</returns>
    public static IEnumerable<CodeText> Find(string code, string[] names)
    {
        foreach (var name in names)
        {
            for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if ((at == 0 || !IsName(code[at - 1])) && (name == "`" || end == code.Length || !IsName(code[end])))
                    yield return new(name, Argument(code, end, name == "`" ? '`' : '\0'), end);
            }
        }
    }

    /// <summary>The texts in quotes that are commands with words.</summary>
    public static IEnumerable<string> Strings(string code) => Quoted(code).Where(text => text.Contains(' '));

    /// <summary>The texts in quotes.</summary>
    public static IEnumerable<string> Quoted(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is not ('"' or '\''))
                continue;
            var end = code.IndexOf(code[at], at + 1);
            if (end < 0)
                yield break;
            yield return code[(at + 1)..end];
            at = end;
        }
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
        for (; at < code.Length && at - start < LongestArgument; at++)
        {
            depth += code[at] is '(' or '{' or '[' ? 1 : code[at] is ')' or '}' or ']' ? -1 : 0;
            if (depth == 0)
                break;
        }

        return code[start..Math.Min(at + 1, code.Length)];
    }
}

/// <summary>A call, what it is given, and the index where that begins.</summary>
internal readonly record struct CodeText(string Name, string Text, int At);
