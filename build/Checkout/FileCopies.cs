namespace ContainerSecurity.Checkout;

/// <summary>Copies files of a repository into a folder of their own, with their folders, links as links.</summary>
internal static class FileCopies
{
    /// <summary>Everything in a folder, links as links.</summary>
    public static void CopyTree(string from, string to)
    {
        foreach (var folder in new DirectoryInfo(from).EnumerateDirectories())
        {
            var target = Path.Combine(to, folder.Name);
            if (folder.LinkTarget is { } link)
                Directory.CreateSymbolicLink(target, link);
            else
                CopyTree(folder.FullName, Directory.CreateDirectory(target).FullName);
        }

        Copy(from, Directory.EnumerateFiles(from).Select(file => Path.GetFileName(file)), to, CancellationToken.None);
    }

    /// <param name="paths">Relative to both folders.</param>
    public static void Copy(string from, IEnumerable<string> paths, string to, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            var (source, target) = (new FileInfo(Path.Combine(from, path)), Path.Combine(to, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (source.LinkTarget is { } link)
                File.CreateSymbolicLink(target, link);
            else
                source.CopyTo(target);
        }
    }
}
