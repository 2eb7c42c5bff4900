using System.Collections.Immutable;
using System.Formats.Tar;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Reading;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>
/// The facts of an image with a defect: the planted layer is written as a tar and read as any other; those below are not read again.
/// </summary>
internal static class PlantedImage
{
    private const string Layer = "sha256:planted";

    public static ImageFacts Create(ImageFacts image, ImageEdit edit, CancellationToken cancellation)
    {
        if (edit.Files.IsEmpty)
            return image with { Config = edit.Config };
        var tar = WriteLayer(edit.Files);
        var layer = new ImageLayer(Layer, Layer, tar.Length, () => Read(tar, edit.Files));
        var planted = new ImageFactsReader(cancellation).Read(new ContainerImage(image.Identity, edit.Config, [layer]));
        return planted with
        {
            Layers = edit.IsBelow ? [.. planted.Layers, .. image.Layers] : [.. image.Layers, .. planted.Layers],
            Secrets = [.. image.Secrets, .. planted.Secrets],
            Bytes = image.Bytes + planted.Bytes,
        };
    }

    private static IEnumerable<LayerEntry> Read(byte[] tar, ImmutableArray<PlantedFile> files)
    {
        var claimed = files.Where(file => file.ClaimedSize is not null).ToDictionary(file => file.Path, file => file.ClaimedSize!.Value);
        foreach (var entry in LayerTarReader.ReadEntries(new MemoryStream(tar), "the planted image", Layer))
            yield return claimed.TryGetValue(entry.Path, out var size) ? entry with { Size = size } : entry;
    }

    private static byte[] WriteLayer(ImmutableArray<PlantedFile> files)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var file in files)
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'), AttributesOf(file))
                {
                    Mode = (UnixFileMode)file.Mode,
                    Uid = file.Owner,
                    DataStream = new MemoryStream(file.Content),
                });
            }
        }

        return tar.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> AttributesOf(PlantedFile file) =>
        file.HasCapabilities ? [KeyValuePair.Create(LayerEntryMapper.CapabilityAttribute, "planted")] : [];
}
