using System.Formats.Tar;
using System.IO.Compression;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Reads exactly one regular file of an archive, by its exact name. Nothing is ever written to a path from an archive.</summary>
internal static class ArchiveMember
{
    /// <summary>No tool is larger; a larger file is not the tool.</summary>
    public const long Largest = 1024L * 1024 * 1024;

    private const int UnixTypeBits = 0xF000;
    private const int UnixRegularFile = 0x8000;

    public static bool Supports(string archiveName) => IsTar(archiveName) || IsZip(archiveName);

    /// <summary>Hands the member's content to <paramref name="read"/> and checks the rest of the archive.</summary>
    /// <exception cref="ToolFailedException">
    /// No such member, more than one, a link, too large, a path that leads out of the archive, or a broken archive.
    /// </exception>
    public static T Read<T>(string archive, string member, Func<Stream, T> read)
    {
        try
        {
            using var content = File.OpenRead(archive);
            return IsZip(archive) ? FromZip(content, member, read) : FromTar(content, member, read);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw Refused($"it cannot be read to its end ({broken.Message})", broken);
        }
        catch (ArchiveRefusedException refused)
        {
            throw Refused(refused.Message, refused);
        }

        ToolFailedException Refused(string why, Exception cause) =>
            new(
                $"The archive {archive} was refused and nothing in it was run: {why}. Delete it and fetch the tool again; compare its digest with "
                + "the publisher's.",
                cause);
    }

    private static T FromTar<T>(Stream content, string member, Func<Stream, T> read)
    {
        using var plain = new GZipStream(content, CompressionMode.Decompress);
        using var tar = new TarReader(plain);
        var found = new Found<T>(member);
        while (tar.GetNextEntry() is { } entry)
        {
            if (found.Is(entry.Name, entry.Length))
                found.Take(entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile, () => read(entry.DataStream ?? Stream.Null));
        }

        return found.Value;
    }

    private static T FromZip<T>(Stream content, string member, Func<Stream, T> read)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        var found = new Found<T>(member);
        foreach (var entry in zip.Entries)
        {
            if (found.Is(entry.FullName, entry.Length))
                found.Take(IsRegular(entry), () => ReadEntry(entry, read));
        }

        return found.Value;
    }

    private static T ReadEntry<T>(ZipArchiveEntry entry, Func<Stream, T> read)
    {
        using var content = entry.Open();
        return read(content);
    }

    // Zero: created on a system without Unix modes, where the format has no links.
    private static bool IsRegular(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & UnixTypeBits) is 0 or UnixRegularFile;

    private static bool IsTar(string name) => name.EndsWith(".tar.gz", StringComparison.Ordinal) || name.EndsWith(".tgz", StringComparison.Ordinal);

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.Ordinal);

    private sealed class Found<T>(string member)
    {
        private bool _taken;
        private T? _value;

        public T Value => _taken ? _value! : throw new ArchiveRefusedException($"it does not contain '{member}'");

        public bool Is(string name, long length)
        {
            if (name.StartsWith('/') || name.Contains('\\') || name.Split('/').Contains(".."))
                throw new ArchiveRefusedException($"its entry '{name}' leads out of the archive");
            if (name == member && length > Largest)
                throw new ArchiveRefusedException($"'{member}' says that it has {length:N0} bytes, {Largest:N0} are allowed");
            return name == member;
        }

        public void Take(bool regular, Func<T> read)
        {
            if (!regular)
                throw new ArchiveRefusedException($"'{member}' is a link or not a regular file");
            if (_taken)
                throw new ArchiveRefusedException($"it contains '{member}' more than once");
            _value = read();
            _taken = true;
        }
    }

    private sealed class ArchiveRefusedException(string why) : Exception(why);
}
