using System.Text;
using System.Text.Json;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>
/// Splits <c>options</c> of a job's container into words as the runner does, which starts the engine with one line of arguments by .NET:
/// at blanks outside of double quotes, which fall away wherever they stand. A single quote is a letter like any other, and so is a double one behind
/// a backslash.
/// </summary>
internal static class RunWords
{
    public static LocatedValue Split(LocatedValue options)
    {
        var words = new List<LocatedValue>();
        var word = new StringBuilder();
        var (quoted, line, text) = (false, options.Line, options.Text ?? "");
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\\' or '"')
                word.Append(text[++at]);
            else if (text[at] == '"')
                quoted = !quoted;
            else if (!quoted && char.IsWhiteSpace(text[at]))
                End(words, word, line);
            else
                word.Append(text[at]);
            line += text[at] == '\n' ? 1 : 0;
        }

        End(words, word, line);
        return new LocatedValue(options.Line, JsonValueKind.Array, null) { Items = [.. words] };
    }

    private static void End(List<LocatedValue> words, StringBuilder word, int line)
    {
        if (word.Length > 0)
            words.Add(new LocatedValue(line, JsonValueKind.String, word.ToString()));
        word.Clear();
    }
}
