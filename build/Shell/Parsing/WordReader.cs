using System.Buffers;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>One word: literals, quotes, variables, substitutions, wildcards and brace expansions without a blank between them.</summary>
internal static class WordReader
{
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private const string WordEnds = "|&;<>() \t\n\r";

    // All other characters are literal.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        WordEnds + "'\"`$\\*?@!+[{\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F");

    /// <returns>Null when no word begins here.</returns>
    public static ShellWord? Read(ShellCursor cursor)
    {
        if (ReadPlain(cursor) is { } plain)
            return plain;
        var word = new WordBuilder();
        var start = cursor.At;
        while (!cursor.AtEnd)
        {
            if (!Special.Contains(cursor.Peek()))
                word.AppendLiteral(cursor.TakeUntil(Special));
            else if (!ReadPart(cursor, word))
                break;
        }

        return cursor.Failed || cursor.At == start ? null : word.ToWord();
    }

    // Most words hold nothing special.
    private static ShellWord? ReadPlain(ShellCursor cursor)
    {
        var start = cursor.At;
        if (cursor.AtEnd || Special.Contains(cursor.Peek()))
            return null;
        var text = cursor.TakeUntil(Special);
        if (cursor.AtEnd || WordEnds.Contains(cursor.Peek()))
            return new ShellWord(text.ToString(), true, []);
        cursor.At = start;
        return null;
    }

    /// <summary>Reads a quoted or otherwise special part, or one character.</summary>
    /// <returns>False when the word ends here.</returns>
    public static bool ReadPart(ShellCursor cursor, WordBuilder word)
    {
        var next = cursor.Peek();
        switch (next)
        {
            case '\'':
                word.AppendLiteral(QuoteReader.ReadSingleQuoted(cursor));
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

        if (WordEnds.Contains(next) || Whitespace.IsBlank(next))
            return false;
        word.AppendLiteral(cursor.Take());
        return true;
    }

    private static void ReadEscaped(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        if (cursor.AtEnd)
            cursor.Fail();
        else if (cursor.Peek() != '\n')
            word.AppendLiteral(cursor.Take());
        else
            cursor.At++;
    }
}
