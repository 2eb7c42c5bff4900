using System.Text;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>The text of a here-document, which begins on the line after the command.</summary>
internal static class HereDocumentReader
{
    /// <returns>Its content; null when it has no delimiter or never ends.</returns>
    public static ShellWord? Read(ShellCursor cursor, bool stripTabs)
    {
        var start = cursor.At;
        if (WordReader.Read(cursor) is not { } delimiter)
            return null;
        var quoted = cursor.Source.AsSpan(start, cursor.At - start).IndexOfAny("'\"\\") >= 0;
        var body = cursor.HereDocumentsEnd > 0 ? cursor.HereDocumentsEnd : cursor.Source.IndexOf('\n', cursor.At) + 1;
        if (body == 0 || ReadBody(cursor, body, delimiter.Text, stripTabs) is not { } content)
            return null;
        return quoted ? new ShellWord(content, true, []) : Expanded(cursor, content, body);
    }

    private static string? ReadBody(ShellCursor cursor, int start, string delimiter, bool stripTabs)
    {
        var content = new StringBuilder();
        while (start < cursor.Source.Length)
        {
            var end = cursor.Source.IndexOf('\n', start);
            var next = end < 0 ? cursor.Source.Length : end + 1;
            var line = cursor.Source[start..(end < 0 ? next : end)];
            // Blanks after the delimiter are a mistake that ShellCheck tolerates.
            if ((stripTabs ? line.TrimStart('\t') : line).TrimEnd(' ', '\t', '\r') == delimiter)
            {
                cursor.HereDocumentsEnd = next;
                return content.ToString();
            }

            content.Append(line).Append('\n');
            start = next;
        }

        return null;
    }

    private static ShellWord Expanded(ShellCursor cursor, string content, int start)
    {
        var inner = new ShellCursor(content, cursor.Depth, cursor.LineAt(start));
        var word = new WordBuilder { IsQuoted = true };
        QuoteReader.ReadUntil(inner, word, stop: null);
        if (inner.Failed)
            cursor.Fail();
        return word.ToWord();
    }
}
