using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>
/// The pattern of <c>${name#pattern}</c>, <c>%</c> and <c>/</c>: <c>*</c> is any text, <c>?</c> any letter, <c>\</c> makes them letters; a slash is a
/// letter like others (buildkit: frontend/dockerfile/shell/lex.go). It does not backtrack, so no pattern of a hostile file takes long.
/// </summary>
internal sealed class TextPattern
{
    /// <summary>Letters; a regular expression that does not backtrack has an end.</summary>
    private const int LongestPattern = 1000;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private readonly ImmutableArray<(char Letter, bool IsWildcard)> _parts;

    private TextPattern(ImmutableArray<(char Letter, bool IsWildcard)> parts) => _parts = parts;

    /// <returns>Null when it escapes what needs no escape, or is far longer than people write it.</returns>
    public static TextPattern? Parse(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return null;
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
        var match = ToRegex(longest, atStart: true).Match(text);
        return match.Success ? text[match.Length..] : text;
    }

    /// <summary>A regular expression does not find the shortest match at the end, but that at the start of both read backwards.</summary>
    public string TrimEnd(string text, bool longest) =>
        Reversed(new TextPattern([.. _parts.Reverse()]).TrimStart(Reversed(text), longest));

    public string Replace(string text, string replacement, bool all) =>
        ToRegex(longest: true, atStart: false).Replace(text, _ => replacement, all ? -1 : 1);

    private Regex ToRegex(bool longest, bool atStart) =>
        new((atStart ? @"\A" : "") + string.Concat(_parts.Select(part => ToRegex(part.Letter, part.IsWildcard, longest))), Options);

    private static string ToRegex(char letter, bool isWildcard, bool longest) =>
        !isWildcard ? Regex.Escape($"{letter}") : letter == '?' ? @"[^\n]" : longest ? @"[^\n]*" : @"[^\n]*?";

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
