namespace Tests.Shared;

/// <summary>
/// A table of the README between two markers, compared with the rows that the code gives. <c>UPDATE_README=1</c> writes them instead.
/// </summary>
internal static class ReadmeTable
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    public static void AssertIs(string name, params IReadOnlyList<string> rows) => AssertIn("README.md", name, rows);

    /// <summary>The same in another document.</summary>
    public static void AssertIn(string document, string name, params IReadOnlyList<string> rows)
    {
        var path = Path.Combine(Root, document);
        var readme = File.ReadAllText(path);
        var (start, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var from = readme.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = readme.IndexOf(end, StringComparison.Ordinal);
        var expected = string.Join('\n', rows) + "\n";

        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
            File.WriteAllText(path, readme[..from] + expected + readme[to..]);
        else
            Assert.Equal(expected, readme[from..to]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "claude-code-proxy.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
