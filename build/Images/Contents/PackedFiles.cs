using System.Formats.Tar;
using System.IO.Compression;
using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Images.Contents;

/// <summary>
/// The files to be searched in a file of an image: itself, or, when it is an archive, what is in it, one level deep: zip (jar, war, wheel), tar, and
/// both gzip and zstd, of a tar or of a single file. Memory stays bounded; what is not read is named with its reason.
/// </summary>
internal sealed class PackedFiles
{
    private const int StartLength = 512;
    private const int InMemory = 1024 * 1024;
    private const long LargestZip = 512L * 1024 * 1024;

    private readonly List<string> _unread = [];

    /// <summary>Whole sentences, one for each archive of which something was not read.</summary>
    public IReadOnlyList<string> Unread => _unread;

    /// <summary>Each content must be read before the next is asked for. Paths in archives follow <c>!</c>: <c>/app.jar!/conf/a</c>.</summary>
    public IEnumerable<(string Path, Stream Content)> Open(string path, Stream stored, long size)
    {
        var content = new PeekedStream(stored, StartLength);
        var guard = new ArchiveGuard(size);
        var files = IsZip(content.Start.Span) ? FromZip(path, content, size, guard)
            : IsTar(content.Start.Span) ? FromTar(path, content, guard)
            : Compression.FindReader(content.Start.Span) is { } read ? FromCompressed(path, read(content), guard)
            : [(path, content)];
        if (UnreadFormat(content.Start.Span) is { } format)
            guard.Stop($"{format} is not read, so its bytes were searched as they are");

        var nested = 0;
        foreach (var (name, file) in files)
        {
            var inner = name == path ? null : new PeekedStream(file, StartLength);
            nested += inner is not null && IsArchive(inner.Start.Span) ? 1 : 0;
            yield return (name, inner ?? file);
        }

        if (nested > 0)
            guard.Stop(nested == 1 ? "an archive in it is not opened" : $"{nested} archives in it are not opened");
        if (guard.Stopped is { } why)
            _unread.Add($"{path} was not read in full: {why}.");
    }

    private static IEnumerable<(string, Stream)> FromCompressed(string path, Stream unpacked, ArchiveGuard guard)
    {
        using var content = new GuardedStream(unpacked, guard);
        var peeked = new PeekedStream(content, StartLength);
        foreach (var file in IsTar(peeked.Start.Span) ? FromTar(path, peeked, guard) : [(path, peeked)])
            yield return file;
    }

    private static IEnumerable<(string, Stream)> FromTar(string path, Stream content, ArchiveGuard guard)
    {
        using var guarded = new GuardedStream(content, guard);
        using var reader = new TarReader(guarded, leaveOpen: true);
        while (Next(reader, guard) is { } entry && guard.Enter())
        {
            if (entry.DataStream is { } data)
                yield return ($"{path}!/{entry.Name.TrimStart('.', '/')}", new GuardedStream(data, guard));
        }
    }

    private static TarEntry? Next(TarReader reader, ArchiveGuard guard)
    {
        try
        {
            return guard.Stopped is null ? reader.GetNextEntry() : null;
        }
        catch (Exception damage) when (ImageErrors.IsDamage(damage))
        {
            guard.Stop($"it is damaged ({damage.Message.TrimEnd('.')})");
            return null;
        }
    }

    /// <summary>A zip is read from its end, so it must be where one can seek.</summary>
    private static IEnumerable<(string, Stream)> FromZip(string path, Stream content, long size, ArchiveGuard guard)
    {
        if (size > LargestZip)
        {
            guard.Stop($"zip files are opened up to {LargestZip} bytes, so its bytes were searched as they are");
            yield return (path, content);
            yield break;
        }

        using Stream spool = size <= InMemory ? new MemoryStream((int)size) : CreateTemporary();
        content.CopyTo(spool);
        spool.Position = 0;
        using var archive = OpenZip(spool, guard);
        if (archive is null)
        {
            spool.Position = 0;
            yield return (path, spool);
            yield break;
        }

        foreach (var entry in archive.Entries)
        {
            if (!guard.Enter())
                yield break;
            if (entry.Length > 0 && OpenEntry(entry, guard) is { } opened)
                yield return ($"{path}!/{entry.FullName.TrimStart('/')}", new GuardedStream(opened, guard));
        }
    }

    private static FileStream CreateTemporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    private static ZipArchive? OpenZip(Stream spool, ArchiveGuard guard)
    {
        try
        {
            var archive = new ZipArchive(spool, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count >= 0 ? archive : null;
        }
        catch (Exception damage) when (ImageErrors.IsDamage(damage))
        {
            guard.Stop($"it is damaged ({damage.Message.TrimEnd('.')}), so its bytes were searched as they are");
            return null;
        }
    }

    private static Stream? OpenEntry(ZipArchiveEntry entry, ArchiveGuard guard)
    {
        if (entry.IsEncrypted)
        {
            guard.Stop("files in it have a password");
            return null;
        }

        try
        {
            return entry.Open();
        }
        catch (Exception damage) when (ImageErrors.IsDamage(damage))
        {
            guard.Stop($"{entry.FullName} in it cannot be read ({damage.Message.TrimEnd('.')})");
            return null;
        }
    }

    private static bool IsArchive(ReadOnlySpan<byte> start) =>
        IsZip(start) || IsTar(start) || Compression.FindReader(start) is not null || UnreadFormat(start) is not null;

    private static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    private static bool IsTar(ReadOnlySpan<byte> start) => start.Length == StartLength && start[257..].StartsWith("ustar"u8);

    private static string? UnreadFormat(ReadOnlySpan<byte> start) =>
        Compression.FindUnread(start)
        ?? (start is [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c, ..] ? "7z"
            : start.StartsWith("Rar!\x1a\x07"u8) ? "rar"
            : start.StartsWith("!<arch>\ndebian-binary"u8) ? "deb"
            : start is [0xed, 0xab, 0xee, 0xdb, ..] ? "rpm"
            : start.StartsWith("hsqs"u8) ? "squashfs"
            : start.StartsWith("MSCF\0\0\0\0"u8) ? "cab"
            : start.StartsWith("070701"u8) ? "cpio"
            : null);
}
