using System.Collections.Immutable;
using ContainerSecurity.Checkout.Globs;

namespace ContainerSecurity.Checkout.Ignoring;

/// <summary>Reads the lines of a .gitignore as git does (gitignore(5)).</summary>
internal static class IgnorePatternParser
{
    public static ImmutableArray<IgnorePattern> Parse(string text) =>
        [.. text.TrimStart('\uFEFF').Split('\n').Select(ParseLine).OfType<IgnorePattern>()];

    private static IgnorePattern? ParseLine(string raw)
    {
        var line = WithoutTrailingBlanks(raw.EndsWith('\r') ? raw[..^1] : raw);
        if (line.Length == 0 || line[0] == '#')
            return null;
        var negated = line[0] == '!';
        var pattern = negated ? line[1..] : line;
        var directoryOnly = pattern.EndsWith('/');
        pattern = directoryOnly ? pattern[..^1] : pattern;
        // A slash anywhere but at the end ties the pattern to the folder; without one it matches names at any depth.
        var rooted = pattern.StartsWith('/') ? pattern[1..] : pattern.Contains('/') ? pattern : "**/" + pattern;
        return Glob.Parse(rooted, GlobDialect.GitIgnore) is { } path ? new(negated, directoryOnly, path) : null;
    }

    /// <summary>Blanks at the end do not count unless a backslash keeps them.</summary>
    private static string WithoutTrailingBlanks(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !IsEscaped(line, end - 1))
            end--;
        return line[..end];
    }

    private static bool IsEscaped(string line, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && line[at - backslashes - 1] == '\\')
            backslashes++;
        return backslashes % 2 == 1;
    }
}
