using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Checkout.Globs;

namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>
/// The pattern of <c>${name#pattern}</c>, <c>%</c> and <c>/</c>: <c>*</c> is any text, <c>?</c> any letter, <c>\</c> makes them letters.
/// </summary>
internal sealed class TextPattern
{
    private readonly ImmutableArray<(char Letter, bool IsWildcard)> _parts;

    private TextPattern(ImmutableArray<(char Letter, bool IsWildcard)> parts) => _parts = parts;

    /// <returns>Null when it escapes what needs no escape.</returns>
    public static TextPattern? Parse(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<(char, bool)>(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            var isEscaped = pattern[at] == '\\';
            at += isEscaped ? 1 : 0;
            // `}` and `/` are escaped for the sake of the substitution around the pattern.
            if (isEscaped && (at == pattern.Length || pattern[at] is not ('*' or '?' or '\\' or '}' or '/')))
                return null;
            parts.Add((pattern[at], !isEscaped && pattern[at] is '*' or '?'));
        }

        return new TextPattern(parts.ToImmutable());
    }

    public string TrimStart(string text, bool longest)
    {
        var match = ToRegex(longest ? GlobDialect.LongestText : GlobDialect.ShortestText, atStart: true).Match(text);
        return match.Success ? text[match.Length..] : text;
    }

    /// <summary>A regular expression does not find the shortest match at the end, but that at the start of both read backwards.</summary>
    public string TrimEnd(string text, bool longest) =>
        Reversed(new TextPattern([.. _parts.Reverse()]).TrimStart(Reversed(text), longest));

    public string Replace(string text, string replacement, bool all) =>
        ToRegex(GlobDialect.LongestText, atStart: false).Replace(text, _ => replacement, all ? -1 : 1);

    private Regex ToRegex(GlobDialect dialect, bool atStart) =>
        Glob.ToPartRegex(string.Concat(_parts.Select(part => part.IsWildcard ? $"{part.Letter}" : $@"\{part.Letter}")), dialect, atStart)!;

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
