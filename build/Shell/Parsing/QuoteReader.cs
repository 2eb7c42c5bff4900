namespace ContainerSecurity.Shell.Parsing;

/// <summary>Quoted text.</summary>
internal static class QuoteReader
{
    public static string ReadSingleQuoted(ShellCursor cursor)
    {
        var end = cursor.Source.IndexOf('\'', cursor.At + 1);
        if (end < 0)
        {
            cursor.Fail();
            return "";
        }

        var text = cursor.Source[(cursor.At + 1)..end];
        cursor.At = end + 1;
        return text;
    }

    public static void ReadDoubleQuoted(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        var outside = word.IsQuoted;
        word.IsQuoted = true;
        ReadUntil(cursor, word, '"');
        word.IsQuoted = outside;
        cursor.Expect("\"");
    }

    /// <summary>Text in which only variables, substitutions and a few escapes mean something: double quotes, and here-documents (no stop).</summary>
    public static void ReadUntil(ShellCursor cursor, WordBuilder word, char? stop)
    {
        while (!cursor.AtEnd && cursor.Peek() != stop)
        {
            switch (cursor.Peek())
            {
                case '$':
                    DollarReader.Read(cursor, word, quoted: true);
                    break;
                case '`':
                    SubstitutionReader.ReadBackticks(cursor, word);
                    break;
                case '\\':
                    ReadEscaped(cursor, word);
                    break;
                default:
                    word.AppendLiteral(cursor.Take());
                    break;
            }
        }
    }

    /// <summary><c>$'…'</c>, escapes as written.</summary>
    public static string ReadDollarQuoted(ShellCursor cursor)
    {
        var start = cursor.At += 2;
        while (!cursor.AtEnd && cursor.Peek() != '\'')
            cursor.At += cursor.Peek() == '\\' ? 2 : 1;
        var end = Math.Min(cursor.At, cursor.Source.Length);
        cursor.Expect("'");
        return cursor.Failed ? "" : cursor.Source[start..end];
    }

    private static void ReadEscaped(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        if (cursor.Take("\n"))
            return;
        if (!cursor.LooksAtAny("\\\"$`"))
            word.AppendLiteral('\\');
        if (!cursor.AtEnd)
            word.AppendLiteral(cursor.Take());
    }
}
