using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Build.Tests.Images.Reading;

/// <summary>Composes a tar entry by entry.</summary>
internal sealed class TarSample
{
    private readonly List<Action<TarWriter>> _entries = [];

    public TarEntryFormat Format { get; init; } = TarEntryFormat.Gnu;

    public TarSample File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public TarSample File(string name, byte[] content) => Add(TarEntryType.RegularFile, name, entry => entry.DataStream = new MemoryStream(content));

    public TarSample Directory(string name) => Add(TarEntryType.Directory, name, _ => { });

    public TarSample Link(TarEntryType type, string name, string target) => Add(type, name, entry => entry.LinkName = target);

    public TarSample Add(TarEntryType type, string name, Action<TarEntry> change)
    {
        _entries.Add(writer =>
        {
            TarEntry entry = Format switch
            {
                TarEntryFormat.Pax => new PaxTarEntry(type, name),
                TarEntryFormat.Ustar => new UstarTarEntry(type, name),
                _ => new GnuTarEntry(type, name),
            };
            entry.ModificationTime = DateTimeOffset.UnixEpoch;
            change(entry);
            writer.WriteEntry(entry);
        });
        return this;
    }

    /// <summary>An entry that PAX marks with an attribute.</summary>
    public TarSample Attributed(string name, string attribute, string value)
    {
        _entries.Add(writer => writer.WriteEntry(
            new PaxTarEntry(TarEntryType.RegularFile, name, [KeyValuePair.Create(attribute, value)]) { DataStream = new MemoryStream([1]) }));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, Format, leaveOpen: true))
            _entries.ForEach(write => write(writer));

        return stream.ToArray();
    }

    public static byte[] Zstd(byte[] content)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(content).ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);

        return stream.ToArray();
    }
}
