namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A path in an image, as a Dockerfile or a tar spells it.</summary>
internal static class ImagePath
{
    private static readonly string[] ArchiveEndings =
        [".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz"];

    /// <summary><c>./etc//x/</c> → <c>/etc/x</c>; null when <c>..</c> leads out of the root.</summary>
    public static string? Normalise(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join('/', parts);
    }

    /// <summary>The folder of a normalised path.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "/";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Join(string folder, string name) => folder == "/" ? "/" + name : $"{folder}/{name}";

    /// <summary>Also on Windows, and where a variable may hold anything.</summary>
    public static bool IsAbsolute(string path) => path is ['/' or '$', ..] || (path is [var drive, ':', ..] && char.IsLetter(drive));

    /// <summary>Whether its name is one of an archive that ADD extracts.</summary>
    public static bool IsArchive(string path) => ArchiveEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
