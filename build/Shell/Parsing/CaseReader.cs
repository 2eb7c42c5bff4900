namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>case word in pattern) list ;; esac</c>.</summary>
internal static class CaseReader
{
    /// <summary>What follows the keyword.</summary>
    public static void Read(ShellCursor cursor, CommandParts parts)
    {
        ReadWord(cursor, parts);
        Whitespace.SkipLines(cursor);
        Whitespace.ExpectKeyword(cursor, "in");
        Whitespace.SkipLines(cursor);
        while (!cursor.AtEnd && !Whitespace.LooksAtKeyword(cursor, "esac"))
            ReadItem(cursor, parts);
        Whitespace.ExpectKeyword(cursor, "esac");
    }

    private static void ReadItem(ShellCursor cursor, CommandParts parts)
    {
        cursor.Take("(");
        do
        {
            Whitespace.Skip(cursor);
            ReadWord(cursor, parts);
            Whitespace.Skip(cursor);
        }
        while (cursor.Take("|"));
        cursor.Expect(")");
        Whitespace.SkipLines(cursor);
        if (!LooksAtEnd(cursor))
            parts.AddNested(ListReader.Read(cursor));
        if (!cursor.Take(";;&") && !cursor.Take(";&") && !cursor.Take(";;") && !Whitespace.LooksAtKeyword(cursor, "esac"))
            cursor.Fail();
        Whitespace.SkipLines(cursor);
    }

    private static bool LooksAtEnd(ShellCursor cursor) => cursor.LooksAt(";;") || cursor.LooksAt(";&") || Whitespace.LooksAtKeyword(cursor, "esac");

    private static void ReadWord(ShellCursor cursor, CommandParts parts)
    {
        if (WordReader.Read(cursor) is { } word)
            parts.AddCommandsIn(word);
        else
            cursor.Fail();
    }
}
