namespace ContainerSecurity.Formats.Workflows;

/// <summary>Finds <c>${{ … }}</c> in a text.</summary>
internal static class Expressions
{
    private const string Opening = "${{";

    /// <summary>Each expression's body and where the expression begins. Braces in a literal do not close it, and one that nothing closes is the rest of the text.</summary>
    public static IEnumerable<(string Body, int Position)> In(string text)
    {
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0;)
        {
            var from = at + Opening.Length;
            var end = EndOf(text, from);
            yield return (text[from..end], at);
            at = end < text.Length ? text.IndexOf(Opening, end, StringComparison.Ordinal) : -1;
        }
    }

    private static int EndOf(string text, int from)
    {
        var quoted = false;
        for (var at = from; at + 1 < text.Length; at++)
        {
            if (text[at] == '\'')
                quoted = !quoted;
            else if (!quoted && text[at] == '}' && text[at + 1] == '}')
                return at;
        }

        return text.Length;
    }
}
