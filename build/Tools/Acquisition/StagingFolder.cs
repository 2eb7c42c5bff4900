namespace ContainerSecurity.Tools.Acquisition;

/// <summary>
/// A folder that only one build at a time may fill; nothing in it is ever run, and it is deleted on disposal and before the next use.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows; any other error must not cause a wait.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _held;

    private StagingFolder(string path, FileStream held)
    {
        Path = path;
        _held = held;
        Clear();
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    /// <summary>Waits until no other build holds it; the leftovers of a killed build are deleted.</summary>
    public static async Task<StagingFolder> AcquireAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path) is { } staging)
                return staging;
            await Task.Delay(Poll, cancellation);
        }
    }

    /// <summary>Null while another build holds it. The system releases the lock when its holder ends.</summary>
    public static StagingFolder? TryAcquire(string path)
    {
        FileStream held;
        try
        {
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (HeldElsewhere.Contains(busy.HResult))
        {
            return null;
        }

        return new StagingFolder(path, held);
    }

    public void Dispose()
    {
        Clear();
        _held.Dispose();
    }

    private void Clear()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
