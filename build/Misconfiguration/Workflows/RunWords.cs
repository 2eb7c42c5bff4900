using System.Text;
using System.Text.Json;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Misconfiguration.Workflows;

/// <summary>Splits <c>options</c> of a job's container into words as the runner does: at blanks outside of quotes, which fall away wherever they stand.</summary>
internal static class RunWords
{
    public static LocatedValue Split(LocatedValue options)
    {
        var words = new List<LocatedValue>();
        var word = new StringBuilder();
        var (quote, line) = ('\0', options.Line);
        foreach (var letter in options.Text + "\n")
        {
            if (quote != '\0' ? letter == quote : letter is '"' or '\'')
                quote = quote == '\0' ? letter : '\0';
            else if (quote == '\0' && char.IsWhiteSpace(letter))
                End(words, word, line);
            else if (letter != '\\')
                word.Append(letter);
            line += letter == '\n' ? 1 : 0;
        }

        // A quote that is not closed hides nothing.
        foreach (var rest in word.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words.Add(new LocatedValue(options.Line, JsonValueKind.String, rest));
        return new LocatedValue(options.Line, JsonValueKind.Array, null) { Items = [.. words] };
    }

    private static void End(List<LocatedValue> words, StringBuilder word, int line)
    {
        if (word.Length > 0)
            words.Add(new LocatedValue(line, JsonValueKind.String, word.ToString()));
        word.Clear();
    }
}
