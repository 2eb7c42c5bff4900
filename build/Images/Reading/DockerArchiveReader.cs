using System.Collections.Immutable;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads a docker-archive, as <c>docker save</c> writes it, without unpacking it.</summary>
internal static class DockerArchiveReader
{
    public const string ManifestFile = "manifest.json";

    private const string BlobFolder = "blobs/sha256/";

    public static ImmutableArray<ContainerImage> Read(TarIndex archive)
    {
        var entries = ImageErrors.Translate(
            archive.Path, ManifestFile, () => OciJson.Read<ImmutableArray<DockerArchiveEntry>>(Document(archive, ManifestFile)));
        return entries.IsEmpty
            ? throw ImageErrors.Damaged(archive.Path, $"its {ManifestFile} lists no image")
            : [.. entries.Select(entry => Image(archive, entry))];
    }

    private static ContainerImage Image(TarIndex archive, DockerArchiveEntry entry)
    {
        if (entry.Config is null)
            throw ImageErrors.Damaged(archive.Path, $"its {ManifestFile} names no configuration");

        var config = ImageErrors.Translate(archive.Path, entry.Config, () => Document(archive, entry.Config));
        Check(archive, entry.Config, Digest.Compute(config));
        var source = new ImageSource(archive.Path, (entry.RepoTags ?? []).FirstOrDefault() ?? archive.Path, ManifestDigest: null);
        return ContainerImageFactory.Create(source, config, [.. (entry.Layers ?? []).Select(layer => Layer(archive, layer))]);
    }

    private static Func<Stream> Layer(TarIndex archive, string name)
    {
        if (name.StartsWith(BlobFolder, StringComparison.Ordinal))
        {
            using var blob = archive.Open(name);
            Check(archive, name, Digest.Compute(blob));
        }

        return () => archive.Open(name);
    }

    /// <summary>Files named by their digest (<c>blobs/sha256/…</c>, <c>….json</c>) must have it.</summary>
    private static void Check(TarIndex archive, string name, string digest)
    {
        var claimed = Digest.ParseHex("sha256:" + Path.GetFileNameWithoutExtension(name));
        if (claimed is not null && "sha256:" + claimed != digest)
            throw ImageErrors.Damaged(archive.Path, $"{name} has the digest {digest}");
    }

    private static byte[] Document(TarIndex archive, string name)
    {
        if (archive.Length(name) > OciJson.LargestDocument)
            throw ImageErrors.Damaged(archive.Path, $"{name} is larger than {OciJson.LargestDocument} bytes");

        using var stream = archive.Open(name);
        var content = new byte[archive.Length(name)];
        stream.ReadExactly(content);
        return content;
    }
}
