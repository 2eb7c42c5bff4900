using System.Text;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>Finds <c>${{ … }}</c> in a text.</summary>
internal static class Expressions
{
    private const string Opening = "${{";
    private const string Closing = "}}";

    /// <summary>Each expression's body and where the expression begins.</summary>
    /// <remarks>Braces in a literal do not close it, and one that nothing closes is the rest of the text.</remarks>
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

    /// <summary>
    /// The text with a word in place of each expression, so that a shell can read it. One over several lines stays, so that lines can be counted.
    /// </summary>
    public static string Fill(string text, string word)
    {
        var filled = new StringBuilder(text);
        foreach (var (body, position) in In(text).Reverse())
        {
            var length = Opening.Length + body.Length + Closing.Length;
            if (position + length <= text.Length && !body.Contains('\n'))
                filled.Remove(position, length).Insert(position, word);
        }

        return filled.ToString();
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
