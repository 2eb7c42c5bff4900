using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Reads arithmetic, only for the commands inside it.</summary>
internal static class ArithmeticReader
{
    private const string OperatorCharacters = "+-*/%=<>!&|^~?:,#";

    /// <summary>Reads arithmetic that begins with <c>((</c> or <c>$((</c> and ends with <c>))</c>.</summary>
    /// <returns>Null when it is not arithmetic; then it begins with a subshell.</returns>
    public static ShellWord? TryRead(ShellCursor cursor, string begin) =>
        cursor.TryOnce("arithmetic", inner => inner.Take(begin) ? inner.Nested(nested => Read(nested, "))")) : null);

    /// <summary>Reads up to and including the end; two operands without an operator between them are not arithmetic.</summary>
    public static ShellWord Read(ShellCursor cursor, string end)
    {
        var (word, afterOperand) = (new WordBuilder(), false);
        SkipBlanks(cursor);
        while (!cursor.AtEnd && !cursor.LooksAt(end))
        {
            if (cursor.LooksAtAny(OperatorCharacters))
            {
                afterOperand = false;
                cursor.At++;
            }
            else if (afterOperand || !ReadOperand(cursor, word))
            {
                cursor.Fail();
            }
            else
            {
                afterOperand = true;
            }

            SkipBlanks(cursor);
        }

        cursor.Expect(end);
        return word.ToWord();
    }

    private static bool ReadOperand(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Take("("))
        {
            word.Append(cursor.Nested(inner => Read(inner, ")")));
            return true;
        }

        var start = cursor.At;
        while (!cursor.AtEnd && !cursor.LooksAtAny(OperatorCharacters) && cursor.Peek() != ']')
        {
            if (cursor.Peek() == '[' && cursor.At > start && cursor.Take() == '[')
                word.Append(cursor.Nested(inner => Read(inner, "]")));
            else if (!WordReader.ReadPart(cursor, word))
                break;
        }

        return cursor.At > start;
    }

    private static void SkipBlanks(ShellCursor cursor)
    {
        while (Whitespace.IsBlank(cursor.Peek()) || cursor.LooksAtAny("\n\r") || cursor.LooksAt("\\\n"))
            cursor.At += cursor.Peek() == '\\' ? 2 : 1;
    }
}
