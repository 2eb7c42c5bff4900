namespace ContainerSecurity.Checkout;

/// <summary>Paths relative to the repository root, always with <c>/</c>.</summary>
internal static class RepositoryPath
{
    /// <summary>Empty for a file at the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>0 for a file at the root.</summary>
    public static int Depth(string path) => path.AsSpan().Count('/');

    /// <summary>A path as a file writes it, relative to that file's folder; an absolute one stays as it is and so matches no file.</summary>
    public static string Beside(string file, string written) =>
        written.StartsWith('/') || written.StartsWith('~') || written.Contains("://", StringComparison.Ordinal)
            ? written
            : Join(FolderOf(file), written);

    /// <summary>Resolves <c>.</c> and <c>..</c>; what would leave the root stays with its <c>..</c> and so matches no file.</summary>
    public static string Join(string folder, string relative)
    {
        var parts = new List<string>();
        foreach (var part in folder.Split('/').Concat(relative.Split('/')).Where(part => part is not ("" or ".")))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
