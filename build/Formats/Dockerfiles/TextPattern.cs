using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>The pattern of <c>${name#pattern}</c>, <c>%</c> and <c>/</c>: <c>*</c> is any text, <c>?</c> any letter.</summary>
internal sealed class TextPattern(string pattern)
{
    // Without backtracking no pattern of a hostile Dockerfile takes long.
    private const RegexOptions Bounded = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    public string TrimStart(string text, bool longest)
    {
        var match = new Regex($"^{ToRegex(pattern, longest)}", Bounded).Match(text);
        return match.Success ? text[match.Length..] : text;
    }

    public string TrimEnd(string text, bool longest) => Reversed(new TextPattern(Reversed(pattern)).TrimStart(Reversed(text), longest));

    public string Replace(string text, string replacement, bool all) =>
        new Regex(ToRegex(pattern, longest: true), Bounded).Replace(text, _ => replacement, all ? -1 : 1);

    private static string ToRegex(string glob, bool longest)
    {
        var regex = new StringBuilder();
        foreach (var letter in glob.Replace("\\", "", StringComparison.Ordinal))
            regex.Append(letter switch { '*' => longest ? ".*" : ".*?", '?' => ".", _ => Regex.Escape(letter.ToString()) });
        return regex.ToString();
    }

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
