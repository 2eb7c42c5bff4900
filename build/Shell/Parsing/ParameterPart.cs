using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>What stands between <c>${</c> and <c>}</c>: a name, perhaps an operator, perhaps what it works with.</summary>
internal static class ParameterPart
{
    // Longest first: `:-` is not `:` alone.
    private static readonly string[] Operators =
        [":-", ":=", ":+", ":?", "##", "%%", "//", "/#", "/%", "^^", ",,", "-", "=", "+", "?", "#", "%", "/", "^", ",", "@", ":"];

    public static WordPart From(ShellWord inner)
    {
        var begin = inner.Parts is [{ Kind: WordPartKind.Literal } first, ..] ? first.Text : "";
        var name = NameIn(begin);
        var rest = begin[name.Length..];
        if (rest is "[@]" or "[*]")
            return new WordPart(WordPartKind.Variable, name, false) { Operator = "[@]" };
        // An element of an array is as good as all of them.
        if (rest.StartsWith('[') && rest.IndexOf(']') is > 0 and var end)
            rest = rest[(end + 1)..];
        var operation = Array.Find(Operators, known => rest.StartsWith(known, StringComparison.Ordinal)) ?? "";
        if (operation.Length == 0)
            return new WordPart(WordPartKind.Variable, name, false);
        WordPart[] operand = [new WordPart(WordPartKind.Literal, rest[operation.Length..], false), .. inner.Parts[1..]];
        return new WordPart(WordPartKind.Variable, name, false)
        {
            Operator = operation,
            Operand = new ShellWord("", false, []) { Parts = operand },
        };
    }

    private static string NameIn(string text)
    {
        var at = text.Length > 1 && text[0] is '!' or '#' ? 1 : 0;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        if (at == start && at < text.Length && "@*#?-$!".Contains(text[at]))
            at++;
        return text[..at];
    }
}
