using System.Formats.Tar;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Writing;

/// <summary>
/// Writes the images of an OCI layout as one tar, the same bytes for the same images. They stand together in an index of their own, whose digest
/// stays the same when the archive is pushed to a registry.
/// </summary>
internal static class OciArchiveWriter
{
    /// <param name="layout">A layout directory whose index names images alone.</param>
    /// <param name="to">Receives the tar.</param>
    /// <returns>The digest of the index, <c>sha256:…</c>.</returns>
    public static string Write(string layout, Stream to)
    {
        var images = OciJson.Read<OciIndex>(File.ReadAllBytes(Path.Combine(layout, "index.json"))).Manifests ?? [];
        var index = OciJson.Write(new OciIndex(2, OciMediaTypes.Index, [.. images.Select(image => image with { Annotations = null })]));
        var digest = Digest.Compute(index);
        var files = new SortedDictionary<string, Func<Stream>>(StringComparer.Ordinal)
        {
            ["oci-layout"] = () => File.OpenRead(Path.Combine(layout, "oci-layout")),
            ["index.json"] = () => new MemoryStream(OciJson.Write(Outermost(index, digest, images[0].Annotations))),
            [$"blobs/sha256/{Digest.ParseHex(digest)}"] = () => new MemoryStream(index),
        };
        foreach (var blob in Directory.EnumerateFiles(Path.Combine(layout, "blobs", "sha256")))
            files[$"blobs/sha256/{Path.GetFileName(blob)}"] = () => File.OpenRead(blob);

        using var writer = new TarWriter(to, TarEntryFormat.Ustar, leaveOpen: true);
        Add(writer, "blobs/", content: null);
        Add(writer, "blobs/sha256/", content: null);
        foreach (var (name, open) in files)
            Add(writer, name, open());
        return digest;
    }

    private static OciIndex Outermost(byte[] index, string digest, IReadOnlyDictionary<string, string>? names) => new(
        2,
        OciMediaTypes.Index,
        [new OciDescriptor { MediaType = OciMediaTypes.Index, Digest = digest, Size = index.Length, Annotations = names }]);

    /// <param name="content">Null for a folder.</param>
    private static void Add(TarWriter writer, string name, Stream? content)
    {
        var entry = new UstarTarEntry(content is null ? TarEntryType.Directory : TarEntryType.RegularFile, name)
        {
            Mode = (UnixFileMode)(content is null ? BuildFile.ExecutableMode : BuildFile.PlainMode),
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        using (content)
        {
            if (content is not null)
                entry.DataStream = content;
            writer.WriteEntry(entry);
        }
    }
}
