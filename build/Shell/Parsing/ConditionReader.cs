using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>[ … ]</c> and <c>[[ … ]]</c>: their operands and operators, and the commands inside them.</summary>
internal static class ConditionReader
{
    public static ShellWord[] Read(ShellCursor cursor, CommandParts parts)
    {
        var words = new List<ShellWord>();
        var end = cursor.Take("[[") ? "]]" : "]";
        if (end == "]")
            cursor.At++;
        Whitespace.SkipLines(cursor);
        while (!cursor.AtEnd && !LooksAtEnd(cursor))
        {
            words.AddRange(ReadPart(cursor, parts));
            Whitespace.SkipLines(cursor);
        }

        if (!cursor.Take("]]"))
            cursor.Expect("]");
        return [.. words];
    }

    private static bool LooksAtEnd(ShellCursor cursor) =>
        cursor.Peek() == ']' && ("\0;&|)]\n\r><".Contains(cursor.Peek(1)) || Whitespace.IsBlank(cursor.Peek(1)));

    private static ShellWord[] ReadPart(ShellCursor cursor, CommandParts parts)
    {
        if (cursor.Take("=~"))
            return [Operator("=~"), ReadRegex(cursor, parts)];
        foreach (var operation in (ReadOnlySpan<string>)["&&", "||", "(", ")"])
        {
            if (cursor.Take(operation))
                return [Operator(operation)];
        }

        return ReadWord(cursor, parts);
    }

    private static ShellWord[] ReadWord(ShellCursor cursor, CommandParts parts)
    {
        if (WordReader.Read(cursor) is { } word)
        {
            parts.AddCommandsIn(word);
            return [word];
        }

        if (!cursor.Take("<") && !cursor.Take(">"))
            cursor.Fail();
        return [];
    }

    private static ShellWord Operator(string text) => new(text, true, []);

    // In a regular expression, parentheses and bars are text.
    private static ShellWord ReadRegex(ShellCursor cursor, CommandParts parts)
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

        var pattern = word.ToWord();
        parts.AddCommandsIn(pattern);
        return pattern;
    }
}
