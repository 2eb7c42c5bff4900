using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Reads compound commands: groups, conditions, loops, functions.</summary>
internal static class CompoundReader
{
    /// <returns>Null when no compound command stands here.</returns>
    public static ShellStep? Read(ShellCursor cursor)
    {
        var parts = new CommandParts { Line = cursor.LineAt(cursor.At) };
        if (ReadBody(cursor, parts) is not { } compound)
            return null;
        Whitespace.Skip(cursor);
        while (RedirectionReader.TryRead(cursor, parts))
            Whitespace.Skip(cursor);
        return parts.ToCompound(compound);
    }

    private static ShellCompound? ReadBody(ShellCursor cursor, CommandParts parts)
    {
        // `{0}` is a word like any other.
        if (cursor.Peek() == '{' && (char.IsWhiteSpace(cursor.Peek(1)) || cursor.Peek(1) == '('))
            return new ShellCompound(CompoundKind.Group) { Branches = [new([], ReadGroup(cursor, parts, "}"), [])] };
        if (cursor.LooksAt("((") && ArithmeticReader.TryRead(cursor, "((") is { } arithmetic)
        {
            parts.AddCommandsIn(arithmetic);
            return new ShellCompound(CompoundKind.Arithmetic) { Words = [arithmetic] };
        }

        if (cursor.Peek() == '(')
            return new ShellCompound(CompoundKind.Subshell) { Branches = [new([], ReadGroup(cursor, parts, ")"), [])] };
        if (cursor.Peek() == '[')
            return new ShellCompound(CompoundKind.Test) { Words = ConditionReader.Read(cursor, parts) };
        if (Whitespace.TakeKeyword(cursor, "if"))
            return ReadIf(cursor, parts);
        if (Whitespace.TakeKeyword(cursor, "while"))
            return ReadWhile(cursor, parts, CompoundKind.While);
        if (Whitespace.TakeKeyword(cursor, "until"))
            return ReadWhile(cursor, parts, CompoundKind.Until);
        if (Whitespace.TakeKeyword(cursor, "for") || Whitespace.TakeKeyword(cursor, "select"))
            return LoopReader.ReadFor(cursor, parts);
        return Whitespace.TakeKeyword(cursor, "case") ? CaseReader.Read(cursor, parts) : FunctionReader.TryRead(cursor, parts);
    }

    public static ShellPipeline[] ReadGroup(ShellCursor cursor, CommandParts parts, string end)
    {
        cursor.At++;
        var body = ReadList(cursor, parts);
        Whitespace.SkipLines(cursor);
        cursor.Expect(end);
        return body;
    }

    private static ShellCompound ReadIf(ShellCursor cursor, CommandParts parts)
    {
        var branches = new List<ShellBranch>();
        branches.Add(ReadBranch(cursor, parts));
        while (Whitespace.TakeKeyword(cursor, "elif"))
            branches.Add(ReadBranch(cursor, parts));
        if (Whitespace.TakeKeyword(cursor, "else"))
            branches.Add(new([], ReadBlock(cursor, parts), []));
        Whitespace.ExpectKeyword(cursor, "fi");
        return new ShellCompound(CompoundKind.If) { Branches = [.. branches] };
    }

    private static ShellBranch ReadBranch(ShellCursor cursor, CommandParts parts)
    {
        var condition = ReadList(cursor, parts);
        Whitespace.ExpectKeyword(cursor, "then");
        return new ShellBranch(condition, ReadBlock(cursor, parts), []);
    }

    private static ShellCompound ReadWhile(ShellCursor cursor, CommandParts parts, CompoundKind kind)
    {
        var condition = ReadList(cursor, parts);
        return new ShellCompound(kind) { Branches = [new(condition, LoopReader.ReadDo(cursor, parts), [])] };
    }

    /// <summary>A list after a keyword; a semicolon before it is a mistake that ShellCheck tolerates.</summary>
    public static ShellPipeline[] ReadBlock(ShellCursor cursor, CommandParts parts)
    {
        if (!cursor.LooksAt(";;") && cursor.Take(";"))
            Whitespace.Skip(cursor);
        return ReadList(cursor, parts);
    }

    private static ShellPipeline[] ReadList(ShellCursor cursor, CommandParts parts)
    {
        var pipelines = ListReader.Read(cursor);
        parts.AddNested(pipelines);
        return pipelines;
    }
}
