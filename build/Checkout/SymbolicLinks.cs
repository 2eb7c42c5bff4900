namespace ContainerSecurity.Checkout;

/// <summary>The files that tools reach through symbolic links, under the names that they see.</summary>
internal sealed class SymbolicLinks(string root, TreeFiles tree)
{
    /// <summary>Each file under its linked name, with the path where it lies; null where the link leads out of the repository or nowhere.</summary>
    public IEnumerable<(string Path, string? Real)> Files() => tree.Links.SelectMany(link => Follow(link, []));

    /// <param name="seen">Folders where they lie, each entered once: links may form a circle.</param>
    private IEnumerable<(string Path, string? Real)> Follow(string path, HashSet<string> seen)
    {
        var real = RealPath.Of(root, path);
        if (real is null || File.Exists(Path.Combine(root, real)))
            return [(path, real)];
        if (!seen.Add(real) || tree.BuildFolders.Contains(real) || real == ".git")
            return [];
        return new DirectoryInfo(Path.Combine(root, real)).EnumerateFileSystemInfos()
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .SelectMany(entry => Follow($"{path}/{entry.Name}", seen));
    }
}
