using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Checkout.Globs;

/// <summary>Turns globs into regular expressions. None of them backtracks, so no pattern of a hostile file takes long.</summary>
internal static class Glob
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    public static bool HasWildcard(string glob) => glob.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <returns>Matches whole texts; null for a glob that is malformed, or longer than a regular expression can be.</returns>
    public static Regex? ToRegex(string glob, GlobDialect dialect) =>
        Translate(glob, dialect) is { } expression ? Compile($@"\A{expression}\z") : null;

    /// <returns>Matches at the start of a text, or anywhere in it; null as for <see cref="ToRegex"/>.</returns>
    public static Regex? ToPartRegex(string glob, GlobDialect dialect, bool atStart) =>
        Translate(glob, dialect) is { } expression ? Compile(atStart ? $@"\A{expression}" : expression) : null;

    private static Regex? Compile(string expression)
    {
        try
        {
            return new Regex(expression, Options);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static string? Translate(string glob, GlobDialect dialect)
    {
        var expression = new StringBuilder();
        for (var at = 0; at < glob.Length;)
        {
            if (Next(glob, dialect, ref at) is not { } part)
                return null;
            expression.Append(part);
        }

        return expression.ToString();
    }

    private static string? Next(string glob, GlobDialect dialect, ref int at)
    {
        var start = at++;
        switch (glob[start])
        {
            case '*':
                return Stars(glob, dialect, start, ref at);
            case '?':
                return dialect.Character;
            case '[' when dialect.Classes != CharacterClasses.None:
                return CharacterClass.ToRegex(glob, dialect.Classes, ref at);
            case '\\' when dialect.Escapes:
                return at == glob.Length ? null : Regex.Escape(glob[at++].ToString());
            case '/' when dialect.DoubleStar == DoubleStar.WholeName && glob.AsSpan(at) is "**":
                at += 2;
                return "/.+";
            default:
                return Regex.Escape(glob[start].ToString());
        }
    }

    private static string Stars(string glob, GlobDialect dialect, int start, ref int at)
    {
        var isDouble = dialect.DoubleStar != DoubleStar.None && at < glob.Length && glob[at] == '*';
        if (!isDouble)
            return dialect.Text;

        at = dialect.DoubleStar == DoubleStar.Anywhere ? at + 1 : EndOfStars(glob, at);
        if (dialect.DoubleStar == DoubleStar.WholeName && !IsWholeName(glob, start, at))
            return dialect.Text;
        if (at == glob.Length)
            return ".*";

        at += glob[at] == '/' ? 1 : 0;
        return "(?:.*/)?";
    }

    private static int EndOfStars(string glob, int at)
    {
        while (at < glob.Length && glob[at] == '*')
            at++;
        return at;
    }

    private static bool IsWholeName(string glob, int start, int end) =>
        (start == 0 || glob[start - 1] == '/') && (end == glob.Length || glob[end] == '/');
}
