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
                word.Append(cursor.Nested(inner => ArithmeticReader.Read(inner, "]")) with { Text = "", IsLiteral = false });
                return;
            case '\'' when !quoted:
                word.AppendLiteral(QuoteReader.ReadDollarQuoted(cursor));
                return;
            case '"' when !quoted:
                cursor.At++;
                var translated = new WordBuilder();
                QuoteReader.ReadDoubleQuoted(cursor, translated);
                word.Append(translated.ToWord() with { Text = "" });
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
        {
            cursor.At++;
        }
        else
        {
            while (char.IsAsciiLetterOrDigit(cursor.Peek()) || cursor.Peek() == '_')
                cursor.At++;
        }

        if (cursor.At == start)
            word.AppendLiteral('$');
        else
            word.AppendExpansion($"${{{cursor.Source[start..cursor.At]}}}");
    }

    // `$((` is arithmetic where it can be read so, else a substitution that begins with a subshell.
    private static void ReadParenthesis(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Peek(2) == '(' && ArithmeticReader.TryRead(cursor, "$((") is { } arithmetic)
            word.Append(arithmetic with { Text = "${VAR}", IsLiteral = false });
        else
            SubstitutionReader.ReadOutput(cursor, word);
    }

    private static void ReadBraces(ShellCursor cursor, WordBuilder word)
    {
        cursor.At += 2;
        if (Whitespace.IsBlank(cursor.Peek()) || cursor.LooksAtAny("|\n"))
        {
            // `${ command; }` of ksh.
            cursor.Take("|");
            var pipelines = ListReader.Read(cursor);
            cursor.Expect("}");
            word.AppendSubstitution(SubstitutionKind.Output, pipelines);
            return;
        }

        word.AppendExpansion("${");
        word.Append(cursor.Nested(ReadParameter));
        word.AppendExpansion("}");
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
                    parameter.AppendLiteral(cursor.Take());
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
            word.AppendLiteral('\\');
        if (!cursor.AtEnd)
            word.AppendLiteral(cursor.Take());
    }
}
