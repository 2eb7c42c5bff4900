namespace ClaudeCodeProxy.Cli.Reloading;

/// <summary>Size and time of last change of some files, those that are missing included. Two of the same files can be compared.</summary>
internal sealed class WatchedFiles(IEnumerable<string> paths)
{
    private readonly (string Path, DateTime Time, long Length)[] _files = [.. paths.Distinct(StringComparer.Ordinal).Select(Look)];

    public bool IsLike(WatchedFiles other) => _files.AsSpan().SequenceEqual(other._files);

    /// <summary>Links are followed to what they lead to now: that is how Kubernetes exchanges a secret.</summary>
    private static (string Path, DateTime Time, long Length) Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                file = new FileInfo(target.FullName);
            return file.Exists ? (path, file.LastWriteTimeUtc, file.Length) : (path, default, -1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (path, default, -1);
        }
    }
}
