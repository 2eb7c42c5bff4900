namespace ContainerSecurity.Checkout;

/// <summary>Follows symbolic links as the system does, but never out of the repository.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <param name="path">Relative to the root with <c>/</c>.</param>
    /// <returns>The path without links, relative to the root; null when it leads out of it, nowhere, or in a circle.</returns>
    public static string? Find(string root, string path)
    {
        if (path.StartsWith('/'))
            return null;
        var open = new Stack<string>(path.Split('/').Reverse());
        var real = new List<string>();
        for (var links = 0; open.TryPop(out var part);)
        {
            if (part is "" or ".")
                continue;
            if (part == "..")
            {
                if (real.Count == 0)
                    return null;
                real.RemoveAt(real.Count - 1);
                continue;
            }

            real.Add(part);
            if (new FileInfo(Absolute(root, real)).LinkTarget is not { } target)
                continue;
            if (++links > MostLinks || Relative(root, target, real) is not { } next)
                return null;
            foreach (var step in next.Split('/').Reverse())
                open.Push(step);
        }

        return Path.Exists(Absolute(root, real)) ? string.Join('/', real) : null;
    }

    /// <summary>What to say of a path for which <see cref="Find"/> finds nothing.</summary>
    public static string LeadsOut(string path) => $"{path} is a link that leads out of the repository or nowhere.";

    /// <summary>What stands in the link's place; an absolute one begins at the root again.</summary>
    private static string? Relative(string root, string target, List<string> real)
    {
        real.RemoveAt(real.Count - 1);
        var path = target.Replace('\\', '/');
        if (!Path.IsPathRooted(target))
            return path;
        var folder = root.Replace('\\', '/').TrimEnd('/') + "/";
        real.Clear();
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : null;
    }

    private static string Absolute(string root, List<string> parts) => Path.Combine([root, .. parts]);
}
