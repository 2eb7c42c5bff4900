using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Reads wildcards and brace expansions; which files or words they become is unknown.</summary>
internal static class PatternReader
{
    public static void Read(ShellCursor cursor, WordBuilder word)
    {
        switch (cursor.Peek())
        {
            case '{':
                ReadBraces(cursor, word);
                return;
            case '[':
                ReadClass(cursor, word);
                return;
            case not '[' when cursor.Peek(1) == '(':
                ReadExtended(cursor, word);
                return;
            case '*' or '?':
                word.AppendUnknown(cursor.Take().ToString());
                return;
            default:
                word.AppendLiteral(cursor.Take());
                return;
        }
    }

    // `{a,b}` and `{1..3}`; any other brace is a character.
    private static void ReadBraces(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.TryOnce("braces", TryReadBraces) is { } parts)
            word.AppendUnknown(parts, "");
        else
            word.AppendLiteral(cursor.Take());
    }

    private static ShellWord? TryReadBraces(ShellCursor cursor) => cursor.Nested(ReadBraceElements);

    // A nested brace that is not an expansion means that this one is not either; reading it as text would take exponential time.
    private static ShellWord? ReadBraceElements(ShellCursor cursor)
    {
        cursor.At++;
        var (parts, several, start) = (new WordBuilder(), false, cursor.At);
        while (!cursor.AtEnd && cursor.Peek() != '}')
        {
            if (cursor.Peek() == ',')
            {
                several = true;
                cursor.At++;
            }
            else if (cursor.Peek() == '{')
            {
                if (TryReadBraces(cursor) is not { } inner)
                    return null;
                parts.Append(inner);
            }
            else if (cursor.LooksAtAny("|&;<>() \t\n\r") || !WordReader.ReadPart(cursor, parts))
            {
                return null;
            }
        }

        var range = cursor.Source.AsSpan(start, cursor.At - start).Contains("..", StringComparison.Ordinal);
        return cursor.Take("}") && (several || range) ? parts.ToWord() : null;
    }

    // `[a-z]`, `[!x]`, `[]x]`, `[[:alpha:]]`; without its end, a bracket is a character.
    private static void ReadClass(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.At < cursor.NoBracketsBefore)
        {
            word.AppendLiteral(cursor.Take());
            return;
        }

        var at = cursor.At + 1;
        at += At(cursor, at) is '!' or '^' ? 1 : 0;
        var first = at;
        at += At(cursor, at) == ']' ? 1 : 0;
        while (IsInClass(At(cursor, at)))
        {
            at += cursor.Source[at] switch
            {
                '\\' => 2,
                '[' when At(cursor, at + 1) == ':' => Math.Max(1, cursor.Source.IndexOf(":]", at + 2, StringComparison.Ordinal) + 2 - at),
                _ => 1,
            };
        }

        if (At(cursor, at) != ']' || at == first)
        {
            cursor.NoBracketsBefore = at;
            word.AppendLiteral(cursor.Take());
            return;
        }

        word.AppendUnknown(cursor.Source[cursor.At..(at + 1)]);
        cursor.At = at + 1;
    }

    private static char At(ShellCursor cursor, int index) => index < cursor.Source.Length ? cursor.Source[index] : '\0';

    private static bool IsInClass(char character) => character != '\0' && !"]{}|&;<>() '\t\n\r\"$`".Contains(character);

    // `@(a|b)` and similar patterns, nested and with quotes.
    private static void ReadExtended(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        word.AppendUnknown(cursor.Nested(ReadGroup), "");
    }

    private static ShellWord ReadGroup(ShellCursor cursor)
    {
        var parts = new WordBuilder();
        cursor.Expect("(");
        while (!cursor.AtEnd && cursor.Peek() != ')')
        {
            if (cursor.Peek() == '(')
                parts.Append(cursor.Nested(ReadGroup));
            else if (!WordReader.ReadPart(cursor, parts))
                cursor.At++;
        }

        cursor.Expect(")");
        return parts.ToWord();
    }
}
