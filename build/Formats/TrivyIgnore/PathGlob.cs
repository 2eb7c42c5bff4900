using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.TrivyIgnore;

/// <summary>Path patterns as Trivy's exceptions have them: <c>*</c> and <c>?</c> within a folder, <c>**</c> across folders.</summary>
internal static class PathGlob
{
    /// <summary>A leading slash counts on neither side: paths in an image have one in our reports, and none in Trivy's.</summary>
    public static bool Matches(string pattern, string path) =>
        Regex.IsMatch(path.TrimStart('/'), Expression(pattern.TrimStart('/')), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string Expression(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < pattern.Length;)
        {
            var rest = pattern.AsSpan(at);
            var (part, length) = rest switch
            {
                ['*', '*', '/', ..] => ("(?:.*/)?", 3),
                ['*', '*', ..] => (".*", 2),
                ['*', ..] => ("[^/]*", 1),
                ['?', ..] => ("[^/]", 1),
                _ => (Regex.Escape(pattern[at].ToString()), 1),
            };
            expression.Append(part);
            at += length;
        }

        return expression.Append('$').ToString();
    }
}
