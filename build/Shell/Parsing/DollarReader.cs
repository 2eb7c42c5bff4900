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
                word.AppendUnknown(cursor.Nested(inner => ArithmeticReader.Read(inner, "]")), "");
                return;
            case '\'' when !quoted:
                var raw = QuoteReader.ReadDollarQuoted(cursor);
                word.AppendLiteral(raw, DollarQuotes.Decode(raw));
                return;
            case '"' when !quoted:
                cursor.At++;
                var translated = new WordBuilder();
                QuoteReader.ReadDoubleQuoted(cursor, translated);
                var text = translated.ToWord();
                word.Append(new ShellWord("", false, text.Substitutions) { Parts = text.Parts });
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
        {
            word.AppendLiteral('$');
        }
        else
        {
            var name = cursor.Source[start..cursor.At];
            word.AppendVariable(new WordPart(WordPartKind.Variable, name, false), $"${{{name}}}");
        }
    }

    // `$((` is arithmetic where it can be read so, else a substitution that begins with a subshell.
    private static void ReadParenthesis(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Peek(2) == '(' && ArithmeticReader.TryRead(cursor, "$((") is { } arithmetic)
            word.AppendUnknown(arithmetic, "${VAR}");
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
            word.AppendSubstitution(SubstitutionKind.Output, pipelines, "");
            return;
        }

        var parameter = cursor.Nested(ReadParameter);
        word.AppendVariable(ParameterPart.From(parameter), $"${{{parameter.Text}}}");
        word.AppendCommandsOf(parameter);
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
