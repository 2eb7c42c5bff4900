using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Checkout.Ignoring;

/// <summary>Turns git's path globs into regular expressions: <c>*</c> and <c>?</c> stop at slashes, <c>**</c> between slashes does not.</summary>
internal static class GlobTranslation
{
    /// <returns>Null for a glob that matches nothing: an unclosed class, or a backslash at its end.</returns>
    public static string? ToRegex(string glob)
    {
        var expression = new StringBuilder();
        var at = 0;
        while (at < glob.Length)
        {
            if (Next(glob, ref at) is not { } part)
                return null;
            expression.Append(part);
        }
        return expression.ToString();
    }

    private static string? Next(string glob, ref int at)
    {
        var start = at++;
        switch (glob[start])
        {
            case '*':
                return Stars(glob, start, ref at);
            case '?':
                return "[^/]";
            case '[':
                return CharacterClass.ToRegex(glob, start, ref at);
            case '\\' when at == glob.Length:
                return null;
            case '\\':
                return Regex.Escape(glob[at++].ToString());
            case '/' when glob.AsSpan(at) is "**":
                at += 2;
                return "/.+";
            default:
                return Regex.Escape(glob[start].ToString());
        }
    }

    /// <summary><c>**/</c> at the start or after a slash stands for any number of folders, none included; other runs of stars are one star.</summary>
    private static string Stars(string glob, int start, ref int at)
    {
        while (at < glob.Length && glob[at] == '*')
            at++;
        var isWhole = at - start >= 2 && (start == 0 || glob[start - 1] == '/');
        if (!isWhole || (at < glob.Length && glob[at] != '/'))
            return "[^/]*";
        if (at == glob.Length)
            return ".*";
        at++;
        return "(?:.*/)?";
    }
}
