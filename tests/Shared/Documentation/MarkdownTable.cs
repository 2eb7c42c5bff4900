namespace Tests.Shared.Documentation;

/// <summary>Lines of a Markdown table.</summary>
internal static class MarkdownTable
{
    /// <param name="cells">The cells of one row. What stands between backticks is code, all else is text.</param>
    public static IEnumerable<string> Create<T>(string[] headings, IEnumerable<T> rows, Func<T, string[]> cells) =>
        [Line(headings), Line([.. headings.Select(_ => "---")]).Replace(" ", ""), .. rows.Select(row => Line([.. cells(row).Select(Escape)]))];

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>A bar ends a cell even inside code; an angle bracket begins HTML outside of it.</summary>
    private static string Escape(string cell)
    {
        var parts = cell.Replace("|", "\\|").Split('`');
        for (var text = 0; text < parts.Length; text += 2)
            parts[text] = parts[text].Replace("<", "\\<");
        return string.Join('`', parts);
    }
}
