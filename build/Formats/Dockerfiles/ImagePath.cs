namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>Brings the many spellings of a path in a tar to one.</summary>
internal static class ImagePath
{
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
}
