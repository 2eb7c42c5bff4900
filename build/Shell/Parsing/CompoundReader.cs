using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Reads compound commands: groups, conditions, loops, functions. Only the commands inside them are kept.</summary>
internal static class CompoundReader
{
    /// <returns>Null when no compound command stands here.</returns>
    public static ShellStep? Read(ShellCursor cursor)
    {
        var parts = new CommandParts();
        if (!ReadBody(cursor, parts))
            return null;
        Whitespace.Skip(cursor);
        while (RedirectionReader.TryRead(cursor, parts))
            Whitespace.Skip(cursor);
        return parts.ToCompound();
    }

    private static bool ReadBody(ShellCursor cursor, CommandParts parts)
    {
        if (cursor.Peek() == '{')
            ReadGroup(cursor, parts, "}");
        else if (cursor.LooksAt("((") && ArithmeticReader.TryRead(cursor, "((") is { } arithmetic)
            parts.AddCommandsIn(arithmetic);
        else if (cursor.Peek() == '(')
            ReadGroup(cursor, parts, ")");
        else if (cursor.Peek() == '[')
            ConditionReader.Read(cursor, parts);
        else if (Whitespace.TakeKeyword(cursor, "if"))
            ReadIf(cursor, parts);
        else if (Whitespace.TakeKeyword(cursor, "while") || Whitespace.TakeKeyword(cursor, "until"))
            ReadWhile(cursor, parts);
        else if (Whitespace.TakeKeyword(cursor, "for") || Whitespace.TakeKeyword(cursor, "select"))
            LoopReader.ReadFor(cursor, parts);
        else if (Whitespace.TakeKeyword(cursor, "case"))
            CaseReader.Read(cursor, parts);
        else
            return FunctionReader.TryRead(cursor, parts);
        return true;
    }

    public static void ReadGroup(ShellCursor cursor, CommandParts parts, string end)
    {
        cursor.At++;
        parts.AddNested(ListReader.Read(cursor));
        Whitespace.SkipLines(cursor);
        cursor.Expect(end);
    }

    private static void ReadIf(ShellCursor cursor, CommandParts parts)
    {
        ReadBranch(cursor, parts);
        while (Whitespace.TakeKeyword(cursor, "elif"))
            ReadBranch(cursor, parts);
        if (Whitespace.TakeKeyword(cursor, "else"))
            ReadBlock(cursor, parts);
        Whitespace.ExpectKeyword(cursor, "fi");
    }

    private static void ReadBranch(ShellCursor cursor, CommandParts parts)
    {
        parts.AddNested(ListReader.Read(cursor));
        Whitespace.ExpectKeyword(cursor, "then");
        ReadBlock(cursor, parts);
    }

    private static void ReadWhile(ShellCursor cursor, CommandParts parts)
    {
        parts.AddNested(ListReader.Read(cursor));
        LoopReader.ReadDo(cursor, parts);
    }

    /// <summary>A list after a keyword; a semicolon before it is a mistake that ShellCheck tolerates.</summary>
    public static void ReadBlock(ShellCursor cursor, CommandParts parts)
    {
        if (!cursor.LooksAt(";;") && cursor.Take(";"))
            Whitespace.Skip(cursor);
        parts.AddNested(ListReader.Read(cursor));
    }
}
