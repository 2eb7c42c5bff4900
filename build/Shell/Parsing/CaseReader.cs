using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>case word in pattern) list ;; esac</c>.</summary>
internal static class CaseReader
{
    /// <summary>What follows the keyword.</summary>
    public static ShellCompound Read(ShellCursor cursor, CommandParts parts)
    {
        var (compared, items) = (ReadWord(cursor, parts), new List<ShellBranch>());
        Whitespace.SkipLines(cursor);
        Whitespace.ExpectKeyword(cursor, "in");
        Whitespace.SkipLines(cursor);
        while (!cursor.AtEnd && !Whitespace.LooksAtKeyword(cursor, "esac"))
            items.Add(ReadItem(cursor, parts));
        Whitespace.ExpectKeyword(cursor, "esac");
        return new ShellCompound(CompoundKind.Case) { Words = compared, Branches = [.. items] };
    }

    private static ShellBranch ReadItem(ShellCursor cursor, CommandParts parts)
    {
        var (patterns, body) = (new List<string>(), (ShellPipeline[])[]);
        cursor.Take("(");
        do
        {
            Whitespace.Skip(cursor);
            if (ReadWord(cursor, parts) is [var pattern])
                patterns.Add(pattern.Text);
            Whitespace.Skip(cursor);
        }
        while (cursor.Take("|"));
        cursor.Expect(")");
        Whitespace.SkipLines(cursor);
        if (!LooksAtEnd(cursor))
        {
            body = ListReader.Read(cursor);
            parts.AddNested(body);
        }

        if (!cursor.Take(";;&") && !cursor.Take(";&") && !cursor.Take(";;") && !Whitespace.LooksAtKeyword(cursor, "esac"))
            cursor.Fail();
        Whitespace.SkipLines(cursor);
        return new ShellBranch([], body, [.. patterns]);
    }

    private static bool LooksAtEnd(ShellCursor cursor) => cursor.LooksAt(";;") || cursor.LooksAt(";&") || Whitespace.LooksAtKeyword(cursor, "esac");

    private static ShellWord[] ReadWord(ShellCursor cursor, CommandParts parts)
    {
        if (WordReader.Read(cursor) is not { } word)
        {
            cursor.Fail();
            return [];
        }

        parts.AddCommandsIn(word);
        return [word];
    }
}
