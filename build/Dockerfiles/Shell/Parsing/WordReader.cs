using System.Buffers;

namespace ContainerSecurity.Dockerfiles.Shell.Parsing;

/// <summary>One word: literals, quotes, variables, substitutions, wildcards and brace expansions without a blank between them.</summary>
internal static class WordReader
{
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private const string WordEnds = "|&;<>() \t\n\r";

    /// <returns>Null when no word begins here.</returns>
    public static ShellWord? Read(ShellCursor cursor)
    {
        var word = new WordBuilder();
        var start = cursor.At;
        while (!cursor.AtEnd && ReadPart(cursor, word))
        {
        }

        return cursor.Failed || cursor.At == start ? null : word.ToWord();
    }

    /// <returns>False when the word ends here.</returns>
    public static bool ReadPart(ShellCursor cursor, WordBuilder word)
    {
        var next = cursor.Peek();
        switch (next)
        {
            case '\'':
                word.Literal(QuoteReader.ReadSingleQuoted(cursor));
                return true;
            case '"':
                QuoteReader.ReadDoubleQuoted(cursor, word);
                return true;
            case '`':
                SubstitutionReader.ReadBackticks(cursor, word);
                return true;
            case '$':
                DollarReader.Read(cursor, word, quoted: false);
                return true;
            case '\\':
                ReadEscaped(cursor, word);
                return true;
            case '<' or '>' when cursor.Peek(1) == '(':
                SubstitutionReader.ReadProcess(cursor, word);
                return true;
            case '*' or '?' or '@' or '!' or '+' or '[' or '{':
                PatternReader.Read(cursor, word);
                return true;
        }

        if (WordEnds.Contains(next) || Spacing.IsBlank(next))
            return false;
        word.Literal(cursor.Take());
        return true;
    }

    private static void ReadEscaped(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        if (cursor.AtEnd)
            cursor.Fail();
        else if (cursor.Peek() != '\n')
            word.Literal(cursor.Take());
        else
            cursor.At++;
    }
}
