using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>What begins with <c>$</c>: variables, parameter expansions, substitutions, arithmetic, special quotes.</summary>
internal static class DollarReader
{
    public static void Read(ShellCursor cursor, WordBuilder word, bool quoted)
    {
        switch (cursor.Peek(1))
        {
            case '(':
                ReadParenthesis(cursor, word);
                return;
            case '{':
                ReadBraces(cursor, word);
                return;
            case '[':
                cursor.At += 2;
                word.Include(cursor.Nested(inner => ArithmeticReader.Read(inner, "]")) with { Text = "", IsLiteral = false });
                return;
            case '\'' when !quoted:
                word.Literal(QuoteReader.ReadDollarQuoted(cursor));
                return;
            case '"' when !quoted:
                cursor.At++;
                var translated = new WordBuilder();
                QuoteReader.ReadDoubleQuoted(cursor, translated);
                word.Include(translated.ToWord() with { Text = "" });
                return;
            default:
                ReadVariable(cursor, word);
                return;
        }
    }

    private static void ReadVariable(ShellCursor cursor, WordBuilder word)
    {
        var start = ++cursor.At;
        if (char.IsAsciiDigit(cursor.Peek()) || cursor.LooksAtAny("@*#?-$!"))
            cursor.At++;
        else
            while (char.IsAsciiLetterOrDigit(cursor.Peek()) || cursor.Peek() == '_')
                cursor.At++;
        if (cursor.At == start)
            word.Literal('$');
        else
            word.Expanded($"${{{cursor.Source[start..cursor.At]}}}");
    }

    // `$((` is arithmetic where it can be read so, else a substitution that begins with a subshell.
    private static void ReadParenthesis(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Peek(2) == '(' && ArithmeticReader.Try(cursor, "$((") is { } arithmetic)
            word.Include(arithmetic with { Text = "${VAR}", IsLiteral = false });
        else
            SubstitutionReader.ReadOutput(cursor, word);
    }

    private static void ReadBraces(ShellCursor cursor, WordBuilder word)
    {
        cursor.At += 2;
        if (Spacing.IsBlank(cursor.Peek()) || cursor.LooksAtAny("|\n"))
        {
            // `${ command; }` of ksh.
            cursor.Take("|");
            var pipelines = ListReader.Read(cursor);
            cursor.Expect("}");
            word.Substituted(SubstitutionKind.Output, pipelines);
            return;
        }

        word.Expanded("${");
        word.Include(cursor.Nested(ReadParameter));
        word.Expanded("}");
        cursor.Expect("}");
    }

    private static ShellWord ReadParameter(ShellCursor cursor)
    {
        var parameter = new WordBuilder();
        while (!cursor.AtEnd && cursor.Peek() != '}')
        {
            switch (cursor.Peek())
            {
                case '\'' or '"' or '`':
                    WordReader.ReadPart(cursor, parameter);
                    break;
                case '$':
                    Read(cursor, parameter, quoted: false);
                    break;
                case '\\':
                    ReadEscaped(cursor, parameter);
                    break;
                default:
                    parameter.Literal(cursor.Take());
                    break;
            }
        }

        return parameter.ToWord();
    }

    private static void ReadEscaped(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        if (cursor.Take("\n"))
            return;
        if (!cursor.LooksAtAny("}\"$`'"))
            word.Literal('\\');
        if (!cursor.AtEnd)
            word.Literal(cursor.Take());
    }
}
