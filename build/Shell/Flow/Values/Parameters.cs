using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Parameter expansion (POSIX shell, 2.6.2): defaults, and parts of a known value.</summary>
internal static class Parameters
{
    /// <param name="value">Null for a variable that nothing here sets.</param>
    public static Value Apply(WordPart part, Value? value, Func<ShellWord, Value> expand)
    {
        var unknown = new Value($"${{{(part.Text.Length > 0 ? part.Text : "_")}}}");
        if (part.Text is ['#', _, ..])
            return unknown;
        return part.Operator switch
        {
            "" or "[@]" => value ?? unknown,
            ":-" or "-" or ":=" or "=" => value is { Text: not "" } ? value : Operand(part, expand),
            ":+" or "+" => value is null ? unknown.With(Operand(part, expand)).WithText(Operand(part, expand).Text) : Operand(part, expand),
            ":?" or "?" => value ?? unknown,
            _ => Cut(part, value ?? unknown, expand),
        };
    }

    private static Value Operand(WordPart part, Func<ShellWord, Value> expand) => part.Operand is { } operand ? expand(operand) : Value.Empty;

    private static Value Cut(WordPart part, Value value, Func<ShellWord, Value> expand)
    {
        var pattern = Operand(part, expand).Text;
        if (!value.IsKnown && part.Operator is not ("#" or "##" or "%" or "%%"))
            return value;
        var text = value.Text;
        var at = (part.Operator, pattern) switch
        {
            ("##", ['*', .. var mark]) when mark.Length > 0 => After(text, text.LastIndexOf(mark, StringComparison.Ordinal), mark),
            ("#", ['*', .. var mark]) when mark.Length > 0 => After(text, text.IndexOf(mark, StringComparison.Ordinal), mark),
            ("#" or "##", _) => text.StartsWith(pattern, StringComparison.Ordinal) ? pattern.Length.. : ..,
            ("%", [.. var mark, '*']) when mark.Length > 0 => Before(text, text.LastIndexOf(mark, StringComparison.Ordinal)),
            ("%%", [.. var mark, '*']) when mark.Length > 0 => Before(text, text.IndexOf(mark, StringComparison.Ordinal)),
            ("%" or "%%", _) => text.EndsWith(pattern, StringComparison.Ordinal) ? ..^pattern.Length : ..,
            _ => ..,
        };
        if (part.Operator is "/" or "//" && pattern.Split('/', 2) is [{ Length: > 0 } old, var replacement])
            return value.WithText(text.Replace(old, replacement, StringComparison.Ordinal));
        return value.WithText(text[at]);
    }

    private static Range After(string text, int found, string mark) => found < 0 ? .. : (found + mark.Length)..text.Length;

    private static Range Before(string text, int found) => found < 0 ? .. : ..found;
}
