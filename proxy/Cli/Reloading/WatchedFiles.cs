namespace ClaudeCodeProxy.Cli.Reloading;

/// <summary>Size and time of last change of some files, those that are missing included. Two of the same files can be compared.</summary>
internal sealed class WatchedFiles(IEnumerable<string> paths)
{
    private const string Missing = "missing";

    private readonly string _seen = string.Join('\n', paths.Select(static path => $"{path} {Look(path)}"));

    public bool IsLike(WatchedFiles other) => _seen == other._seen;

    /// <summary>Links are followed to what they lead to now: that is how Kubernetes exchanges a secret.</summary>
    private static string Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                file = new FileInfo(target.FullName);
            return file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : Missing;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Missing;
        }
    }
}
