namespace ContainerSecurity.Checkout;

/// <summary>Finds what anybody on this machine may change: what a check has approved there, another can have replaced before it is used.</summary>
internal static class WorldWritable
{
    /// <param name="top">The outermost folder that is ours to keep closed.</param>
    /// <param name="path">What is used, at or below <paramref name="top"/>.</param>
    /// <returns>The outermost open door on the way; null when there is none, also because a folder above it lets nobody pass.</returns>
    public static string? Find(string top, string path)
    {
        if (OperatingSystem.IsWindows())
            return null;

        var way = top;
        foreach (var step in Path.GetRelativePath(top, path).Split(Path.DirectorySeparatorChar).Prepend("."))
        {
            way = Path.GetFullPath(step, way);
            if (!Path.Exists(way))
                return null;

            var mode = File.GetUnixFileMode(way);
            if (mode.HasFlag(UnixFileMode.OtherWrite))
                return way;
            if (Directory.Exists(way) && !mode.HasFlag(UnixFileMode.OtherExecute))
                return null;
        }

        return null;
    }

    /// <summary>How to close it, for messages.</summary>
    public static string GetAdvice(string open) =>
        $"anybody on this machine may write to {open}: close it (chmod -R o-w), delete what is in it, and run again";
}
