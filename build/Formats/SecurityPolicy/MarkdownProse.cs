namespace ContainerSecurity.Formats.SecurityPolicy;

/// <summary>The lines of a Markdown text that a reader sees as prose: no code block, no HTML comment.</summary>
internal static class MarkdownProse
{
    /// <returns>1-based line numbers with their lines; what a comment hides within a line is cut out.</returns>
    public static IEnumerable<(int Number, string Line)> Lines(string text)
    {
        string? fence = null;
        var inComment = false;
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = fence is null ? WithoutComments(raw, ref inComment) : raw;
            var mark = FenceOf(line);
            if (fence is not null)
                fence = mark is not null && mark.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            else if (mark is not null)
                fence = mark;
            else
                yield return (number, line);
        }
    }

    private static string? FenceOf(string line)
    {
        var trimmed = line.TrimStart();
        var length = trimmed.TakeWhile(c => c == trimmed[0] && c is '`' or '~').Count();
        return length >= 3 && (trimmed[0] is '`' or '~') ? trimmed[..length] : null;
    }

    private static string WithoutComments(string line, ref bool inComment)
    {
        var kept = "";
        while (line.Length > 0)
        {
            var mark = inComment ? "-->" : "<!--";
            var at = line.IndexOf(mark, StringComparison.Ordinal);
            if (!inComment)
                kept += at < 0 ? line : line[..at];
            if (at < 0)
                return kept;
            line = line[(at + mark.Length)..];
            inComment = !inComment;
        }
        return kept;
    }
}
