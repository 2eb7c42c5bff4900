namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>for</c> and <c>select</c>, and the body that all loops share.</summary>
internal static class LoopReader
{
    /// <summary>What follows the keyword.</summary>
    public static void ReadFor(ShellCursor cursor, CommandParts parts)
    {
        if (cursor.LooksAt("(("))
            ReadArithmetic(cursor, parts);
        else
            ReadWords(cursor, parts);
        if (cursor.Peek() == '{')
            CompoundReader.ReadGroup(cursor, parts, "}");
        else
            ReadDo(cursor, parts);
    }

    public static void ReadDo(ShellCursor cursor, CommandParts parts)
    {
        Whitespace.ExpectKeyword(cursor, "do");
        CompoundReader.ReadBlock(cursor, parts);
        Whitespace.ExpectKeyword(cursor, "done");
    }

    private static void ReadArithmetic(ShellCursor cursor, CommandParts parts)
    {
        cursor.At += 2;
        foreach (var end in (ReadOnlySpan<string>)[";", ";", "))"])
            parts.AddCommandsIn(ArithmeticReader.Read(cursor, end));
        Whitespace.Skip(cursor);
        SkipEnd(cursor);
    }

    private static void ReadWords(ShellCursor cursor, CommandParts parts)
    {
        // `for $i in` is a mistake that ShellCheck tolerates.
        cursor.Take("$");
        var start = cursor.At;
        while (char.IsAsciiLetterOrDigit(cursor.Peek()) || cursor.Peek() == '_')
            cursor.At++;
        if (cursor.At == start)
            cursor.Fail();
        Whitespace.SkipLines(cursor);
        if (Whitespace.TakeKeyword(cursor, "in"))
        {
            while (!Whitespace.LooksAtKeyword(cursor, "do") && WordReader.Read(cursor) is { } word)
            {
                parts.AddCommandsIn(word);
                Whitespace.Skip(cursor);
            }
        }

        SkipEnd(cursor);
    }

    private static void SkipEnd(ShellCursor cursor)
    {
        cursor.Take(";");
        Whitespace.SkipLines(cursor);
    }
}
