using System.Text;
using System.Text.Json;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Splits a text into words at blanks outside of quotes, which fall away, as compose does with a command that is no list.</summary>
internal static class WordSplitter
{
    public static IReadOnlyList<LocatedValue> Split(LocatedValue value, string text)
    {
        var (words, word, quote) = (new List<LocatedValue>(), new StringBuilder(), '\0');
        var (line, begun, start) = (value.Line, false, value.Line);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (!begun)
                start = line;
            if (c == '\n')
                line++;
            if (c == '\\' && quote != '\'' && at + 1 < text.Length && (quote == '\0' || text[at + 1] is '"' or '\\' or '$' or '`'))
                (begun, _) = (true, word.Append(text[++at]));
            else if (quote == '\0' ? c is '\'' or '"' : c == quote)
                (begun, quote) = (true, quote == '\0' ? c : '\0');
            else if (quote == '\0' && char.IsWhiteSpace(c))
                begun = End(words, word, begun, start);
            else
                (begun, _) = (true, word.Append(c));
        }

        End(words, word, begun, start);
        return words;
    }

    private static bool End(List<LocatedValue> words, StringBuilder word, bool begun, int line)
    {
        if (begun)
            words.Add(new LocatedValue(line, JsonValueKind.String, word.ToString()));
        word.Clear();
        return false;
    }
}
