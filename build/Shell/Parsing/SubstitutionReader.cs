using System.Text;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>Commands inside words: <c>$(…)</c>, backticks, <c>&lt;(…)</c>.</summary>
internal static class SubstitutionReader
{
    public static void ReadOutput(ShellCursor cursor, WordBuilder word)
    {
        cursor.At += 2;
        var pipelines = cursor.Nested(ListReader.ReadOptional);
        cursor.Expect(")");
        word.AppendSubstitution(SubstitutionKind.Output, pipelines, $"${{{TextOf(pipelines)}}}");
    }

    public static void ReadProcess(ShellCursor cursor, WordBuilder word)
    {
        var kind = cursor.Take() == '<' ? SubstitutionKind.FileToRead : SubstitutionKind.FileToWrite;
        cursor.At++;
        var pipelines = cursor.Nested(ListReader.ReadOptional);
        Whitespace.SkipLines(cursor);
        cursor.Expect(")");
        word.AppendSubstitution(kind, pipelines, "");
    }

    /// <summary>
    /// The text between backticks is a separate script without one level of escapes; when it cannot be read, the rest is still read.
    /// </summary>
    public static void ReadBackticks(ShellCursor cursor, WordBuilder word)
    {
        cursor.At++;
        var (line, script) = (cursor.LineAt(cursor.At), new StringBuilder());
        while (!cursor.AtEnd && cursor.Peek() != '`')
        {
            var next = cursor.Take();
            if (next == '\\' && cursor.LooksAtAny("$`\\\n\""))
                next = cursor.Take();
            if (next != '\n' || cursor.Source[cursor.At - 2] != '\\')
                script.Append(next);
        }

        cursor.Expect("`");
        var inner = new ShellCursor(script.ToString(), cursor.Depth + 1, line);
        var pipelines = ListReader.ReadScript(inner);
        word.AppendSubstitution(SubstitutionKind.Output, inner.Failed ? [] : pipelines, "${VAR}");
    }

    // Only for display: the words of single commands.
    private static string TextOf(ShellPipeline[] pipelines)
    {
        var text = new StringBuilder();
        foreach (var pipeline in pipelines)
        {
            if (pipeline.Steps is not [{ Command: { } command }])
                continue;
            foreach (var word in command.Words)
                text.Append(word.Text);
        }

        return text.ToString();
    }
}
