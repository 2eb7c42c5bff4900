using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Redirections, here-strings and here-documents.</summary>
internal static class RedirectionReader
{
    // Longest first: `>>` is not `>` twice.
    private static readonly string[] Operators = ["<<<", "<<-", "<<", ">>", "<>", ">&", "<&", ">|", "<", ">"];

    public static bool TryRead(ShellCursor cursor, CommandParts parts)
    {
        var start = cursor.At;
        if (!(cursor.LooksAtAny("<>&{") || char.IsAsciiDigit(cursor.Peek())) || cursor.Try(ReadOperator) is not { } operation)
            return false;
        var source = cursor.Source[start..(cursor.At - operation.Length)];
        Whitespace.Skip(cursor);
        var target = operation is "<<" or "<<-" ? HereDocumentReader.Read(cursor, stripTabs: operation == "<<-") : ReadTarget(cursor, operation);
        if (target is null)
            cursor.Fail();
        else
            parts.Redirections.Add(new ShellRedirection(source, operation, target));
        return true;
    }

    /// <summary>Skips the descriptor before it too.</summary>
    private static string? ReadOperator(ShellCursor cursor)
    {
        SkipSource(cursor);
        // `<(` and `>(` begin a word.
        if (Array.Find(Operators, cursor.LooksAt) is not { } operation || (operation.Length == 1 && cursor.Peek(1) == '('))
            return null;
        cursor.At += operation.Length;
        return operation;
    }

    private static void SkipSource(ShellCursor cursor)
    {
        if (cursor.Take("&"))
            return;
        if (cursor.Peek() == '{' && cursor.Source.AsSpan(cursor.At + 1).IndexOfAnyExcept(WordReader.NameCharacters) is >= 0 and var length
            && cursor.Peek(length + 1) == '}')
        {
            cursor.At += length + 2;
            return;
        }

        while (char.IsAsciiDigit(cursor.Peek()))
            cursor.At++;
    }

    private static ShellWord? ReadTarget(ShellCursor cursor, string operation)
    {
        if (operation is not (">&" or "<&") || !(char.IsAsciiDigit(cursor.Peek()) || cursor.Peek() == '-'))
            return WordReader.Read(cursor);
        var start = cursor.At;
        while (char.IsAsciiDigit(cursor.Peek()))
            cursor.At++;
        cursor.Take("-");
        return new ShellWord(cursor.Source[start..cursor.At], true, []);
    }
}
