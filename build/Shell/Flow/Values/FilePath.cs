namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>Paths of one file system in one spelling each.</summary>
internal static class FilePath
{
    /// <param name="folder">The working directory, in that spelling; empty where it is not known.</param>
    /// <param name="path">As a command names it.</param>
    public static string Resolve(string folder, string path)
    {
        if (path is ['~'] or ['~', '/', ..])
            path = string.Concat("${HOME}", path.AsSpan(1));
        var isWhole = path.StartsWith('/') || path.StartsWith("${", StringComparison.Ordinal);
        if (isWhole && !path.Contains("/.", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal))
            return path.Length > 1 ? path.TrimEnd('/') : path;
        return Simplify(isWhole || folder.Length == 0 ? path : $"{folder}/{path}");
    }

    /// <summary>A path of Windows in that spelling; drives are not told apart.</summary>
    public static string WithoutDrive(string path) =>
        path is [var drive, ':', .. var rest] && char.IsAsciiLetter(drive) ? rest.Replace('\\', '/') : path;

    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var at ? path[..at] : path.StartsWith('/') ? "/" : "";

    /// <summary>Somewhere in a folder, not the folder itself.</summary>
    public static bool IsBelow(string path, string folder) => folder == "/"
        || (path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/');

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Simplify(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }
}
