using System.Formats.Tar;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Writing;

/// <summary>Writes an image as a tar for <c>docker load</c>.</summary>
internal static class DockerArchiveWriter
{
    /// <summary>Replaces the file atomically; a failed write keeps the previous one.</summary>
    public static void Write(BuiltImage image, string path) =>
        AtomicOutput.File(path, stream =>
        {
            using var writer = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
            var config = Digest.ParseHex(image.Identity.Id) + ".json";
            var layers = image.Layers.DistinctBy(layer => layer.Digest);
            Add(writer, config, image.Config);
            foreach (var layer in layers)
                Add(writer, FileOf(layer), layer.Tar);

            var entry = new DockerArchiveEntry(config, [image.Identity.Name], [.. image.Layers.Select(FileOf)]);
            Add(writer, "manifest.json", OciJson.Write<DockerArchiveEntry[]>([entry]));
        });

    private static string FileOf(BuiltLayer layer) => Digest.ParseHex(layer.Digest) + ".tar";

    private static void Add(TarWriter writer, string name, byte[] content) =>
        writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
        {
            Mode = (UnixFileMode)BuildFile.PlainMode,
            ModificationTime = DateTimeOffset.UnixEpoch,
            DataStream = new MemoryStream(content, writable: false),
        });
}
