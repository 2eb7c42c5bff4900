namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>[ … ]</c> and <c>[[ … ]]</c>: read only for the commands inside their words.</summary>
internal static class ConditionReader
{
    public static void Read(ShellCursor cursor, CommandParts parts)
    {
        var end = cursor.Take("[[") ? "]]" : "]";
        if (end == "]")
            cursor.At++;
        Whitespace.SkipLines(cursor);
        while (!cursor.AtEnd && !LooksAtEnd(cursor))
        {
            ReadPart(cursor, parts);
            Whitespace.SkipLines(cursor);
        }

        if (!cursor.Take("]]"))
            cursor.Expect("]");
    }

    private static bool LooksAtEnd(ShellCursor cursor) =>
        cursor.Peek() == ']' && ("\0;&|)]\n\r><".Contains(cursor.Peek(1)) || Whitespace.IsBlank(cursor.Peek(1)));

    private static void ReadPart(ShellCursor cursor, CommandParts parts)
    {
        if (cursor.Take("=~"))
            ReadRegex(cursor, parts);
        else if (!cursor.Take("&&") && !cursor.Take("||") && !cursor.Take("(") && !cursor.Take(")"))
            ReadWord(cursor, parts);
    }

    private static void ReadWord(ShellCursor cursor, CommandParts parts)
    {
        if (WordReader.Read(cursor) is { } word)
            parts.AddCommandsIn(word);
        else if (!cursor.Take("<") && !cursor.Take(">"))
            cursor.Fail();
    }

    // In a regular expression, parentheses and bars are text.
    private static void ReadRegex(ShellCursor cursor, CommandParts parts)
    {
        var (word, depth) = (new WordBuilder(), 0);
        Whitespace.Skip(cursor);
        while (!cursor.AtEnd && (depth > 0 || !(Whitespace.IsBlank(cursor.Peek()) || cursor.LooksAtAny("\n)"))))
        {
            depth += cursor.Peek() switch { '(' => 1, ')' => -1, _ => 0 };
            if (!cursor.LooksAtAny("'\"$`\\"))
                cursor.At++;
            else
                WordReader.ReadPart(cursor, word);
        }

        parts.AddCommandsIn(word.ToWord());
    }
}
