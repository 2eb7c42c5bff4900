using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>Wildcards over paths with <c>/</c>, as Go's <c>filepath.Match</c> has them, and <c>**</c> where asked for.</summary>
internal static class PathPattern
{
    public static bool HasWildcard(string pattern) => pattern.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <param name="pattern">A clean path: no <c>./</c>, no doubled slashes.</param>
    /// <param name="doubleStar"><c>**</c> crosses folders, none included.</param>
    /// <returns>Null when the pattern is malformed.</returns>
    public static Regex? ToRegex(string pattern, bool doubleStar)
    {
        var regex = new StringBuilder("\\A");
        for (var at = 0; at < pattern.Length; at++)
        {
            if (doubleStar && pattern[at..].StartsWith("**", StringComparison.Ordinal))
                at = AppendDoubleStar(pattern, at, regex);
            else if (pattern[at] == '*')
                regex.Append("[^/]*");
            else if (pattern[at] == '?')
                regex.Append("[^/]");
            else if (pattern[at] == '[')
                at = AppendClass(pattern, at, regex);
            else
                at = AppendLiteral(pattern, at, regex);

            if (at < 0)
                return null;
        }

        return Compile(regex.Append("\\z").ToString());
    }

    private static Regex? Compile(string regex)
    {
        try
        {
            return new Regex(regex, RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            // What is left to be wrong is a range that runs backwards, [z-a], or a length that no regular expression can have.
            return null;
        }
    }

    private static int AppendDoubleStar(string pattern, int at, StringBuilder regex)
    {
        var end = at + 1;
        if (end + 1 == pattern.Length)
        {
            regex.Append(".*");
            return end;
        }

        if (pattern[end + 1] == '/')
            end++;

        regex.Append("(.*/)?");
        return end;
    }

    private static int AppendClass(string pattern, int at, StringBuilder regex)
    {
        var end = pattern.IndexOf(']', Math.Min(at + 2, pattern.Length));
        if (end < 0)
            return -1;

        var content = pattern[(at + 1)..end];
        var negated = content[0] is '^';
        var letters = Regex.Escape(negated ? content[1..] : content).Replace("]", "\\]", StringComparison.Ordinal).Replace("^", "\\^", StringComparison.Ordinal);
        regex.Append(negated ? $"[^{letters}/]" : $"[{letters}]");
        return end;
    }

    private static int AppendLiteral(string pattern, int at, StringBuilder regex)
    {
        if (pattern[at] == '\\' && ++at == pattern.Length)
            return -1;

        regex.Append(Regex.Escape(pattern[at].ToString()));
        return at;
    }
}
