using System.Formats.Tar;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads a layer's entries one after the other, uncompressed, gzip or zstd.</summary>
internal static class LayerTarReader
{
    /// <summary>The runtime's reader stops at it, and what stands behind it would be overlooked.</summary>
    private const string Hint = "; an extended attribute with a line break in its value is refused too, since it hides those behind it";

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
        while (ImageErrors.Translate(path, $"layer {layer}", () => reader.GetNextEntry(), Hint) is { } entry)
        {
            if (entry.EntryType != TarEntryType.GlobalExtendedAttributes)
                yield return LayerEntryMapper.Map(entry, path, layer);
        }
    }

    /// <summary>Decides by content, because archives name compressed layers <c>layer.tar</c> too and media types can be wrong.</summary>
    public static Stream OpenUncompressed(Func<Stream> open, string path, string layer)
    {
        var start = Compression.StartOf(open);
        return Compression.FindReader(start) is { } read ? read(open())
            : Compression.FindUnread(start) is { } unread ? throw Unreadable(path, layer, unread)
            : open();
    }

    private static InputException Unreadable(string path, string layer, string compression) =>
        new($"{path}: layer {layer} is compressed with {compression}, which this suite cannot read. "
            + "Save the image with gzip, zstd or uncompressed layers, for example with skopeo copy --dest-compress-format gzip.");
}
