namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>case word in pattern) list ;; esac</c>.</summary>
internal static class CaseReader
{
    /// <summary>What follows the keyword.</summary>
    public static void Read(ShellCursor cursor, CommandParts parts)
    {
        ReadWord(cursor, parts);
        Spacing.SkipLines(cursor);
        Spacing.ExpectKeyword(cursor, "in");
        Spacing.SkipLines(cursor);
        while (!cursor.AtEnd && !Spacing.LooksAtKeyword(cursor, "esac"))
            ReadItem(cursor, parts);
        Spacing.ExpectKeyword(cursor, "esac");
    }

    private static void ReadItem(ShellCursor cursor, CommandParts parts)
    {
        cursor.Take("(");
        do
        {
            Spacing.Skip(cursor);
            ReadWord(cursor, parts);
            Spacing.Skip(cursor);
        }
        while (cursor.Take("|"));
        cursor.Expect(")");
        Spacing.SkipLines(cursor);
        if (!LooksAtEnd(cursor))
            parts.AddNested(ListReader.Read(cursor));
        if (!cursor.Take(";;&") && !cursor.Take(";&") && !cursor.Take(";;") && !Spacing.LooksAtKeyword(cursor, "esac"))
            cursor.Fail();
        Spacing.SkipLines(cursor);
    }

    private static bool LooksAtEnd(ShellCursor cursor) => cursor.LooksAt(";;") || cursor.LooksAt(";&") || Spacing.LooksAtKeyword(cursor, "esac");

    private static void ReadWord(ShellCursor cursor, CommandParts parts)
    {
        if (WordReader.Read(cursor) is { } word)
            parts.Include(word);
        else
            cursor.Fail();
    }
}
