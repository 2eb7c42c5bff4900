using System.Formats.Tar;
using System.IO.Compression;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads a layer's entries one after the other, uncompressed or gzip.</summary>
internal static class LayerTarReader
{
    /// <param name="open">Opens the blob as it is stored.</param>
    /// <param name="path">The image, for errors.</param>
    /// <param name="layer">The layer, for errors.</param>
    public static IEnumerable<LayerEntry> Read(Func<Stream> open, string path, string layer)
    {
        using var tar = ImageErrors.Translate(path, $"layer {layer}", () => OpenUncompressed(open, path, layer));
        foreach (var entry in ReadEntries(tar, path, layer))
            yield return entry;
    }

    public static IEnumerable<LayerEntry> ReadEntries(Stream tar, string path, string layer)
    {
        using var reader = new TarReader(tar, leaveOpen: true);
        while (ImageErrors.Translate(path, $"layer {layer}", () => reader.GetNextEntry()) is { } entry)
        {
            if (entry.EntryType != TarEntryType.GlobalExtendedAttributes)
                yield return LayerEntryMapper.Map(entry, path, layer);
        }
    }

    /// <summary>Decides by content, because archives name compressed layers <c>layer.tar</c> too and media types can be wrong.</summary>
    public static Stream OpenUncompressed(Func<Stream> open, string path, string layer) => Start(open) switch
    {
        [0x1f, 0x8b, ..] => new GZipStream(open(), CompressionMode.Decompress),
        [0x28, 0xb5, 0x2f, 0xfd] => throw Unreadable(path, layer, "zstd"),
        [(byte)'B', (byte)'Z', (byte)'h', ..] => throw Unreadable(path, layer, "bzip2"),
        [0xfd, (byte)'7', (byte)'z', (byte)'X'] => throw Unreadable(path, layer, "xz"),
        _ => open(),
    };

    private static byte[] Start(Func<Stream> open)
    {
        using var stored = open();
        var start = new byte[4];
        stored.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start;
    }

    private static InputException Unreadable(string path, string layer, string compression) =>
        new($"{path}: layer {layer} is compressed with {compression}, which this suite cannot read. "
            + "Save the image with gzip or uncompressed layers, for example with skopeo copy --dest-compress-format gzip.");
}
