namespace ContainerSecurity.Checkout;

/// <summary>The files that tools reach through symbolic links, under the names that they see.</summary>
internal static class SymbolicLinks
{
    /// <summary>Each file under its linked name, with the path where it lies; null where the link leads out of the repository or nowhere.</summary>
    public static IEnumerable<(string Path, string? Real)> Follow(RepositoryFiles files) =>
        files.FileLinks.Concat(files.FolderLinks).Order(StringComparer.Ordinal).SelectMany(link => Follow(files, link, []));

    /// <param name="seen">Folders where they lie, each entered once: links may form a circle.</param>
    private static IEnumerable<(string Path, string? Real)> Follow(RepositoryFiles files, string path, HashSet<string> seen)
    {
        var real = RealPath.Find(files.Root, path);
        if (real is null || File.Exists(Path.Combine(files.Root, real)))
            return [(path, real)];
        if (!seen.Add(real) || files.BuildFolders.Contains(real) || real == ".git")
            return [];
        return new DirectoryInfo(Path.Combine(files.Root, real)).EnumerateFileSystemInfos()
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .SelectMany(entry => Follow(files, $"{path}/{entry.Name}", seen));
    }
}
