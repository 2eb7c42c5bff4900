using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads an OCI layout directory: every image of its index, and of the indexes in it (image-spec image-layout.md).</summary>
internal sealed class OciLayoutReader
{
    public const string Mark = "oci-layout";
    public const string Index = "index.json";

    private const int DeepestIndex = 4;

    private readonly OciBlobs _blobs;
    private readonly HashSet<string> _seen = [];

    private OciLayoutReader(OciBlobs blobs) => _blobs = blobs;

    public static bool IsLayout(string folder) => File.Exists(Path.Combine(folder, Mark)) && File.Exists(Path.Combine(folder, Index));

    /// <param name="folder">The layout.</param>
    /// <param name="path">What the user gave, for names and errors.</param>
    public static ImmutableArray<ContainerImage> Read(string folder, string path)
    {
        var mark = DamagedImage.Guard(path, Mark, () => OciJson.Read<OciLayoutMark>(Document(folder, Mark, path)));
        if (mark.ImageLayoutVersion != "1.0.0")
            throw DamagedImage.Because(path, $"its layout version is {mark.ImageLayoutVersion ?? "missing"}, not 1.0.0");

        var index = DamagedImage.Guard(path, Index, () => OciJson.Read<OciIndex>(Document(folder, Index, path)));
        var images = new OciLayoutReader(new OciBlobs(folder, path)).Images(index, path, depth: 0).ToImmutableArray();
        return images.IsEmpty ? throw DamagedImage.Because(path, "its index lists no image") : images;
    }

    private IEnumerable<ContainerImage> Images(OciIndex index, string name, int depth)
    {
        if (depth > DeepestIndex)
            throw DamagedImage.Because(_blobs.Path, $"its indexes are nested more than {DeepestIndex} deep");

        return (index.Manifests ?? [])
            .Where(entry => !IsAttestation(entry) && _seen.Add(entry.Digest ?? ""))
            .SelectMany(entry => Images(entry, NameOf(entry) ?? name, depth));
    }

    private IEnumerable<ContainerImage> Images(OciDescriptor entry, string name, int depth)
    {
        if (OciMediaTypes.IsIndex(entry.MediaType))
            return Images(_blobs.Document<OciIndex>(entry), name, depth + 1);

        var manifest = _blobs.Document<OciManifest>(entry);
        if (manifest.Config is null)
            throw DamagedImage.Because(_blobs.Path, $"blob {entry.Digest} is neither an index nor a manifest");

        return OciMediaTypes.IsImageConfig(manifest.Config.MediaType) ? [Image(entry, manifest, manifest.Config, name)] : [];
    }

    private ContainerImage Image(OciDescriptor entry, OciManifest manifest, OciDescriptor config, string name)
    {
        var content = DamagedImage.Guard(_blobs.Path, $"blob {config.Digest}", () => _blobs.Content(config));
        var source = new ImageSource(_blobs.Path, name, entry.Digest);
        return ImageDocuments.Image(source, content, [.. (manifest.Layers ?? []).Select(_blobs.Verified)]);
    }

    private static string? NameOf(OciDescriptor entry) =>
        entry.Annotations?.GetValueOrDefault(OciAnnotations.FullName) ?? entry.Annotations?.GetValueOrDefault(OciAnnotations.RefName);

    /// <summary>BuildKit's provenance looks like an image; only for the platform that no engine runs is it taken at its word.</summary>
    private static bool IsAttestation(OciDescriptor entry) =>
        entry.Platform is { Os: "unknown", Architecture: "unknown" }
        && entry.Annotations?.GetValueOrDefault("vnd.docker.reference.type") == "attestation-manifest";

    private static byte[] Document(string folder, string name, string path) =>
        BoundedFile.ReadOrNull(Path.Combine(folder, name), OciJson.LargestDocument)
        ?? throw DamagedImage.Because(path, $"{name} is larger than {OciJson.LargestDocument} bytes");
}
