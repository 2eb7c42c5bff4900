namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Which files a list of digests names: <c>DIGEST  file</c> or <c>SHA256 (file) = DIGEST</c> in each line.</summary>
internal static class DigestList
{
    /// <returns>Null when a line is known at run time only, so that it may name any file.</returns>
    public static IReadOnlyList<string>? FilesIn(string text)
    {
        var files = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (open, close) = (line.IndexOf(" (", StringComparison.Ordinal), line.IndexOf(") =", StringComparison.Ordinal));
            if (open > 0 && close > open)
                files.Add(line[(open + 2)..close]);
            else if (line.IndexOfAny([' ', '\t']) is > 0 and var blank)
                files.Add(line[blank..].TrimStart(' ', '\t', '*', '\\'));
            else if (line.StartsWith("${", StringComparison.Ordinal))
                return null;
        }

        return files.Count == 0 ? null : files;
    }
}
