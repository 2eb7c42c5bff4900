using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Lists of pipelines, <c>a | b &amp;&amp; c; d &amp; e</c>, as ShellCheck reads them for bash, because Hadolint's rules see that.</summary>
internal static class ListReader
{
    private static readonly string[] Closing = ["then", "else", "elif", "fi", "do", "done", "esac"];

    public static ShellPipeline[] ReadScript(ShellCursor cursor)
    {
        var pipelines = ReadOptional(cursor);
        if (!cursor.AtEnd)
            cursor.Fail();
        return pipelines;
    }

    /// <summary>A list that may be empty: a script, <c>$( )</c>.</summary>
    public static ShellPipeline[] ReadOptional(ShellCursor cursor)
    {
        Whitespace.SkipLines(cursor);
        return LooksAtCommand(cursor) ? Read(cursor) : [];
    }

    /// <summary>A list of at least one pipeline.</summary>
    public static ShellPipeline[] Read(ShellCursor cursor) => cursor.Nested(ReadList);

    private static ShellPipeline[] ReadList(ShellCursor cursor)
    {
        var pipelines = new List<ShellPipeline>();
        Whitespace.SkipLines(cursor);
        do
        {
            ReadAndOr(cursor, pipelines);
            if (cursor.Peek() == '&' && cursor.Peek(1) is not ('&' or '>'))
                pipelines[^1].IsBackground = true;
        }
        while (TakeSeparator(cursor) && LooksAtCommand(cursor));
        return [.. pipelines];
    }

    public static bool LooksAtCommand(ShellCursor cursor) =>
        !cursor.AtEnd
        && (cursor.LooksAt("&>") || !cursor.LooksAtAny("});&|\n\r"))
        && !LooksAtClosing(cursor);

    private static bool LooksAtClosing(ShellCursor cursor)
    {
        foreach (var keyword in Closing)
        {
            if (Whitespace.LooksAtKeyword(cursor, keyword))
                return true;
        }

        return false;
    }

    private static void ReadAndOr(ShellCursor cursor, List<ShellPipeline> pipelines)
    {
        ShellConnector? connector = ShellConnector.Sequence;
        while (connector is { } before)
        {
            Whitespace.SkipLines(cursor);
            pipelines.Add(ReadPipeline(cursor, before));
            connector = cursor.Take("&&") ? ShellConnector.And : cursor.Take("||") ? ShellConnector.Or : null;
        }
    }

    public static ShellPipeline ReadPipeline(ShellCursor cursor, ShellConnector connector = ShellConnector.Sequence)
    {
        var (steps, negated) = (new List<ShellStep>(), false);
        do
        {
            Whitespace.SkipLines(cursor);
            while (cursor.Take("!"))
            {
                negated = !negated;
                Whitespace.Skip(cursor);
            }

            if (LooksAtCommand(cursor) && CommandReader.Read(cursor) is { } step)
                steps.Add(step);
            else
                cursor.Fail();
            Whitespace.Skip(cursor);
        }
        while (TakePipe(cursor));
        return new ShellPipeline([.. steps]) { Connector = connector, IsNegated = negated };
    }

    private static bool TakePipe(ShellCursor cursor) => !cursor.LooksAt("||") && (cursor.Take("|&") || cursor.Take("|"));

    private static bool TakeSeparator(ShellCursor cursor)
    {
        if (cursor.LooksAt("&&") || cursor.LooksAt("&>") || cursor.LooksAt(";;") || cursor.LooksAt(";&"))
            return false;
        var found = cursor.Take("&") || cursor.Take(";") || Whitespace.TakeLineEnd(cursor);
        Whitespace.SkipLines(cursor);
        // `a &; b` is a mistake that shells reject and ShellCheck tolerates.
        if (found && cursor.Source[cursor.At - 1] == '&' && cursor.LooksAt(";") && !cursor.LooksAt(";;"))
            cursor.At++;
        return found;
    }
}
