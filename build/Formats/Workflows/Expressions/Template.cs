using System.Text;

namespace ContainerSecurity.Formats.Workflows.Expressions;

/// <summary>An expression <c>${{ … }}</c> in a text.</summary>
/// <param name="Body">Between the braces.</param>
/// <param name="Position">Where the first brace's dollar sign stands.</param>
internal readonly record struct Template(string Body, int Position)
{
    public const string Opening = "${{";
    private const string Closing = "}}";

    /// <summary>Behind the closing braces; beyond the text's end where they are missing.</summary>
    public int End => Position + Opening.Length + Body.Length + Closing.Length;

    /// <summary>All of a text.</summary>
    /// <remarks>Braces in a literal do not close one, and one that nothing closes is the rest of the text.</remarks>
    public static IEnumerable<Template> In(string text)
    {
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0;)
        {
            var from = at + Opening.Length;
            var end = EndOf(text, from);
            yield return new Template(text[from..end], at);
            at = end < text.Length ? text.IndexOf(Opening, end, StringComparison.Ordinal) : -1;
        }
    }

    public static bool IsIn(string? text) => text?.Contains(Opening, StringComparison.Ordinal) == true;

    /// <summary>
    /// The text with a word in place of each expression, so that a shell can read it. One over several lines stays, so that lines can be counted.
    /// </summary>
    public static string Fill(string text, string word) => Fill(text, (_, _) => word);

    /// <param name="word">For an expression, and how many came before it.</param>
    public static string Fill(string text, Func<Template, int, string> word)
    {
        if (!IsIn(text))
            return text;
        var (filled, from, count) = (new StringBuilder(text.Length), 0, 0);
        foreach (var template in In(text))
        {
            var replaced = word(template, count++);
            if (template.End > text.Length || template.Body.Contains('\n'))
                continue;
            filled.Append(text, from, template.Position - from).Append(replaced);
            from = template.End;
        }

        return filled.Append(text, from, text.Length - from).ToString();
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
