namespace ContainerSecurity.Checkout;

/// <summary>Walks the folders of a repository, hidden ones too, without those that a build writes.</summary>
internal static class RepositoryFiles
{
    // Only where .gitignore says that the folder is output: a tracked bin/Dockerfile is looked at.
    private static readonly string[] OutputFolders = ["artifacts", "bin", "obj", "node_modules"];

    /// <returns>Full paths.</returns>
    public static IEnumerable<string> Of(string root) => Under(root, IgnoredOutput(root));

    /// <summary>Every file, those of output folders too.</summary>
    public static IEnumerable<string> Under(string folder) => Under(folder, []);

    private static IEnumerable<string> Under(string folder, HashSet<string> skipped)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories())
        {
            // A linked folder is either elsewhere in the repository or no part of it.
            if (inner.Name == ".git" || skipped.Contains(inner.Name) || inner.LinkTarget is not null)
                continue;
            foreach (var file in Under(inner.FullName, skipped))
                yield return file;
        }
    }

    private static HashSet<string> IgnoredOutput(string root)
    {
        var ignore = Path.Combine(root, ".gitignore");
        return File.Exists(ignore) ? [.. File.ReadLines(ignore).Select(line => line.Trim().Trim('/')).Intersect(OutputFolders)] : [];
    }
}
