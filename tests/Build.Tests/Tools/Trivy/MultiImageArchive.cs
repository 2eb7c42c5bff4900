using System.Formats.Tar;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Oci;

namespace Build.Tests.Tools.Trivy;

/// <summary>A docker-archive of several images, as <c>docker save</c> writes it when it is given several names.</summary>
internal static class MultiImageArchive
{
    public static string Write(string path, params BuiltImage[] images)
    {
        using var file = File.Create(path);
        using var tar = new TarWriter(file);
        foreach (var (name, content) in images.SelectMany(Files).DistinctBy(entry => entry.Name))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });

        var manifest = images.Select((image, index) => new DockerArchiveEntry(
            NameOf(image.Identity.Id, ".json"), [$"image:{index}"], [.. image.Layers.Select(layer => NameOf(layer.Digest, ".tar"))]));
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "manifest.json")
        {
            DataStream = new MemoryStream(OciJson.Write(manifest.ToArray())),
        });
        return path;
    }

    private static IEnumerable<(string Name, byte[] Content)> Files(BuiltImage image) =>
        image.Layers.Select(layer => (NameOf(layer.Digest, ".tar"), layer.Tar)).Append((NameOf(image.Identity.Id, ".json"), image.Config));

    private static string NameOf(string digest, string ending) => Digest.ParseHex(digest) + ending;
}
