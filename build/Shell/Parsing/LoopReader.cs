using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>for</c> and <c>select</c>, and the body that all loops share.</summary>
internal static class LoopReader
{
    /// <summary>What follows the keyword.</summary>
    public static ShellCompound ReadFor(ShellCursor cursor, CommandParts parts)
    {
        var loop = cursor.LooksAt("((") ? ReadArithmetic(cursor, parts) : ReadWords(cursor, parts);
        var body = cursor.Peek() == '{' ? CompoundReader.ReadGroup(cursor, parts, "}") : ReadDo(cursor, parts);
        loop.Branches = [new([], body, [])];
        return loop;
    }

    public static ShellPipeline[] ReadDo(ShellCursor cursor, CommandParts parts)
    {
        Whitespace.ExpectKeyword(cursor, "do");
        var body = CompoundReader.ReadBlock(cursor, parts);
        Whitespace.ExpectKeyword(cursor, "done");
        return body;
    }

    private static ShellCompound ReadArithmetic(ShellCursor cursor, CommandParts parts)
    {
        cursor.At += 2;
        foreach (var end in (ReadOnlySpan<string>)[";", ";", "))"])
            parts.AddCommandsIn(ArithmeticReader.Read(cursor, end));
        Whitespace.Skip(cursor);
        SkipEnd(cursor);
        return new ShellCompound(CompoundKind.For);
    }

    private static ShellCompound ReadWords(ShellCursor cursor, CommandParts parts)
    {
        // `for $i in` is a mistake that ShellCheck tolerates.
        cursor.Take("$");
        var start = cursor.At;
        while (char.IsAsciiLetterOrDigit(cursor.Peek()) || cursor.Peek() == '_')
            cursor.At++;
        if (cursor.At == start)
            cursor.Fail();
        var (name, words) = (cursor.Source[start..cursor.At], new List<ShellWord>());
        Whitespace.SkipLines(cursor);
        if (Whitespace.TakeKeyword(cursor, "in"))
        {
            while (!Whitespace.LooksAtKeyword(cursor, "do") && WordReader.Read(cursor) is { } word)
            {
                words.Add(word);
                parts.AddCommandsIn(word);
                Whitespace.Skip(cursor);
            }
        }

        SkipEnd(cursor);
        return new ShellCompound(CompoundKind.For) { Name = name, Words = [.. words] };
    }

    private static void SkipEnd(ShellCursor cursor)
    {
        cursor.Take(";");
        Whitespace.SkipLines(cursor);
    }
}
