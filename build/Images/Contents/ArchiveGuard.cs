using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Images.Contents;

/// <summary>How much of one archive is read, and why no more.</summary>
/// <param name="size">Bytes of the archive as it is stored.</param>
internal sealed class ArchiveGuard(long size)
{
    public const int MostEntries = 100_000;

    private const long MostContent = 2L * 1024 * 1024 * 1024;
    private const long FreeContent = 64 * 1024 * 1024;
    private const int MostRatio = 250;

    private long _content;
    private int _entries;

    /// <summary>Null as long as all is read.</summary>
    public string? Stopped { get; private set; }

    public bool Enter() => ++_entries <= MostEntries || Stop($"it holds more than {MostEntries} files");

    public bool Stop(string why)
    {
        Stopped ??= why;
        return false;
    }

    /// <summary>Reads on, but what is damaged or too much ends as if there were no more, so that what was read before counts.</summary>
    public int Read(Stream inner, Span<byte> buffer)
    {
        if (Stopped is not null)
            return 0;

        try
        {
            var count = inner.Read(buffer);
            _content += count;
            if (_content > MostContent)
                Stop($"it unpacks to more than {MostContent} bytes");
            else if (_content > FreeContent && _content / MostRatio > size)
                Stop($"it unpacks to more than {MostRatio} times its size");
            return Stopped is null ? count : 0;
        }
        catch (Exception damage) when (ImageErrors.IsDamage(damage))
        {
            Stop($"it is damaged ({damage.Message.TrimEnd('.')})");
            return 0;
        }
    }
}
