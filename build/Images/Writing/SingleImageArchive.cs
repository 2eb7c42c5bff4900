using System.Formats.Tar;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Images.Writing;

/// <summary>Copies one image of a docker-archive into an archive of its own, because Trivy scans only the first of several images.</summary>
internal static class SingleImageArchive
{
    /// <param name="archive">A docker-archive that was read and verified before.</param>
    /// <param name="id">Digest of the image's configuration.</param>
    /// <param name="file">The file to create.</param>
    public static string Create(string archive, string id, string file)
    {
        var from = TarIndex.Read(archive, archive);
        var image = OciJson.Read<DockerArchiveEntry[]>(Bytes(from, DockerArchiveReader.ManifestFile))
            .First(entry => Digest.Compute(Bytes(from, entry.Config!)) == id);
        using var to = File.Create(file);
        using var writer = new TarWriter(to, TarEntryFormat.Gnu);
        Add(writer, DockerArchiveReader.ManifestFile, new MemoryStream(OciJson.Write<DockerArchiveEntry[]>([image])));
        foreach (var name in image.Layers!.Value.Append(image.Config!).Distinct())
            Add(writer, name, from.Open(name));

        return file;
    }

    private static byte[] Bytes(TarIndex from, string name)
    {
        using var content = from.Open(name);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Add(TarWriter writer, string name, Stream content)
    {
        using (content)
            writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
    }
}
