namespace ContainerSecurity.Shell.Parsing;

/// <summary>Blanks, comments and line ends of a shell text.</summary>
internal static class Whitespace
{
    public static bool IsBlank(char character) => character is ' ' or '\t' or '\u00A0' or '\u202F' or (>= '\u2002' and <= '\u200B');

    /// <summary>Skips blanks, continued lines and a comment.</summary>
    public static void Skip(ShellCursor cursor)
    {
        while (IsBlank(cursor.Peek()) || cursor.LooksAt("\\\n"))
            cursor.At += cursor.Peek() == '\\' ? 2 : 1;
        if (cursor.Peek() != '#')
            return;
        while (!cursor.AtEnd && cursor.Peek() is not ('\n' or '\r'))
            cursor.At++;
    }

    /// <summary>Skips line ends too.</summary>
    public static void SkipLines(ShellCursor cursor)
    {
        Skip(cursor);
        while (TakeLineEnd(cursor))
            Skip(cursor);
    }

    /// <summary>Takes one line end and the here-documents that follow it.</summary>
    public static bool TakeLineEnd(ShellCursor cursor)
    {
        if (!cursor.Take("\r\n") && !cursor.Take("\n") && !cursor.Take("\r"))
            return false;
        if (cursor.HereDocumentsEnd > cursor.At)
            cursor.At = cursor.HereDocumentsEnd;
        cursor.HereDocumentsEnd = 0;
        return true;
    }

    /// <summary>Whether a keyword of the shell grammar stands here as a word of its own.</summary>
    public static bool LooksAtKeyword(ShellCursor cursor, string keyword)
    {
        if (cursor.Peek() != keyword[0] || !cursor.LooksAt(keyword))
            return false;
        var next = cursor.Peek(keyword.Length);
        return cursor.At + keyword.Length == cursor.Source.Length || IsBlank(next) || "\n\r;()[<>&|".Contains(next)
            || (next == '\\' && cursor.Peek(keyword.Length + 1) == '\n');
    }

    public static bool TakeKeyword(ShellCursor cursor, string keyword)
    {
        if (!LooksAtKeyword(cursor, keyword))
            return false;
        cursor.At += keyword.Length;
        Skip(cursor);
        return true;
    }

    public static void ExpectKeyword(ShellCursor cursor, string keyword)
    {
        if (!TakeKeyword(cursor, keyword))
            cursor.Fail();
    }
}
