using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>The words of ENV, LABEL and ARG: blanks inside quotes and escaped blanks split nothing.</summary>
internal static class NameValueWords
{
    /// <summary>Either <c>name=value …</c> or the old <c>name value</c>, where all that follows the name is the value.</summary>
    public static ArgumentWords Read(string keyword, string rest, char escape)
    {
        var words = Split(rest, escape);
        if (words.IsEmpty)
            return ArgumentWords.None;
        if (!words[0].Contains('='))
            return ReadOldForm(keyword, rest, escape);
        return words.FirstOrDefault(word => !word.Contains('=')) is { } bare
            ? ArgumentWords.Broken($"{keyword} has `{bare}` without `=`; write `name=value`, with quotes around blanks")
            : ArgumentWords.Quoted(words, escape);
    }

    public static ImmutableArray<string> Split(string text, char escape)
    {
        var words = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var word = ReadWord(text, ref at, escape);
            if (word.Length > 0)
                words.Add(word);
            at++;
        }

        return [.. words];
    }

    private static ArgumentWords ReadOldForm(string keyword, string rest, char escape)
    {
        var end = rest.IndexOfAny(InstructionParts.Blanks);
        return end < 0
            ? ArgumentWords.Broken($"{keyword} has the name `{rest}` and no value; write `{keyword} {rest}=value`")
            : ArgumentWords.Quoted([$"{rest[..end]}={rest[end..].TrimStart(InstructionParts.Blanks)}"], escape) with { IsOldForm = true };
    }

    private static string ReadWord(string text, ref int at, char escape)
    {
        var word = new StringBuilder();
        char? quote = null;
        for (; at < text.Length && (quote is not null || !char.IsWhiteSpace(text[at])); at++)
        {
            var next = text[at];
            if (next == escape && quote != '\'')
            {
                if (++at == text.Length)
                    break;
                word.Append(next);
                next = text[at];
            }
            else if (next == quote)
            {
                quote = null;
            }
            else if (quote is null && next is '\'' or '"')
            {
                quote = next;
            }

            word.Append(next);
        }

        return word.ToString();
    }
}
