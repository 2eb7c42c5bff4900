using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads an OCI layout directory: every image of its index, and of the indexes in it (image-spec image-layout.md).</summary>
internal sealed class OciLayoutReader
{
    public const string MarkerFile = "oci-layout";
    public const string IndexFile = "index.json";

    private const int DeepestIndex = 4;

    private readonly OciBlobs _blobs;
    private readonly HashSet<string> _seen = [];

    /// <summary>With the digest of the image that each is about.</summary>
    private readonly List<(string? About, ImageAttestation Attestation)> _attestations = [];

    private OciLayoutReader(OciBlobs blobs) => _blobs = blobs;

    public static bool IsLayout(string folder) => File.Exists(Path.Combine(folder, MarkerFile)) && File.Exists(Path.Combine(folder, IndexFile));

    /// <param name="folder">The layout.</param>
    /// <param name="path">The path as the user gave it, for names and errors.</param>
    public static ImmutableArray<ContainerImage> Read(string folder, string path)
    {
        var mark = ImageErrors.Translate(path, MarkerFile, () => OciJson.Read<OciLayoutMarker>(Document(folder, MarkerFile, path)));
        if (mark.ImageLayoutVersion != "1.0.0")
            throw ImageErrors.Damaged(path, $"its layout version is {mark.ImageLayoutVersion ?? "missing"}, not 1.0.0");

        var index = ImageErrors.Translate(path, IndexFile, () => OciJson.Read<OciIndex>(Document(folder, IndexFile, path)));
        var reader = new OciLayoutReader(new OciBlobs(folder, path));
        var images = reader.Images(index, path, depth: 0).ToImmutableArray();
        return images.IsEmpty ? throw ImageErrors.Damaged(path, "its index lists no image") : reader.WithAttestations(images);
    }

    private IEnumerable<ContainerImage> Images(OciIndex index, string name, int depth)
    {
        if (depth > DeepestIndex)
            throw ImageErrors.Damaged(_blobs.Path, $"its indexes are nested more than {DeepestIndex} deep");

        return (index.Manifests ?? [])
            .Where(entry => _seen.Add(entry.Digest ?? ""))
            .SelectMany(entry => Images(entry, NameOf(entry) ?? name, depth));
    }

    private IEnumerable<ContainerImage> Images(OciDescriptor entry, string name, int depth)
    {
        if (OciMediaTypes.IsIndex(entry.MediaType))
            return Images(_blobs.ReadDocument<OciIndex>(entry), name, depth + 1);

        var manifest = _blobs.ReadDocument<OciManifest>(entry);
        if (manifest.Config is null)
            throw ImageErrors.Damaged(_blobs.Path, $"blob {entry.Digest} is neither an index nor a manifest");

        if (OciMediaTypes.IsImageConfig(manifest.Config.MediaType) && !IsAttestation(entry))
            return [Image(entry, manifest, manifest.Config, name)];

        var about = entry.Annotations?.GetValueOrDefault("vnd.docker.reference.digest");
        _attestations.AddRange((manifest.Layers ?? []).Where(blob => _seen.Add(blob.Digest ?? "")).Select(blob => (about, Attestation(blob))));
        return [];
    }

    private ImageAttestation Attestation(OciDescriptor blob) => new(
        blob.Digest ?? "",
        blob.Annotations?.GetValueOrDefault("in-toto.io/predicate-type") ?? blob.MediaType ?? "unknown",
        blob.Size,
        _blobs.CreateVerifiedOpener(blob));

    private ImmutableArray<ContainerImage> WithAttestations(ImmutableArray<ContainerImage> images)
    {
        var owners = _attestations.ToLookup(
            entry => images.Any(image => image.Identity.Digest == entry.About) ? entry.About : images[0].Identity.Digest, entry => entry.Attestation);
        return [.. images.Select(image => image with { Attestations = [.. owners[image.Identity.Digest]] })];
    }

    private ContainerImage Image(OciDescriptor entry, OciManifest manifest, OciDescriptor config, string name)
    {
        var content = ImageErrors.Translate(_blobs.Path, $"blob {config.Digest}", () => _blobs.ReadContent(config));
        var source = new ImageSource(_blobs.Path, name, entry.Digest);
        return ContainerImageFactory.Create(source, content, [.. (manifest.Layers ?? []).Select(_blobs.CreateVerifiedOpener)]);
    }

    private static string? NameOf(OciDescriptor entry) =>
        entry.Annotations?.GetValueOrDefault(OciAnnotations.FullName) ?? entry.Annotations?.GetValueOrDefault(OciAnnotations.RefName);

    /// <summary>BuildKit's provenance looks like an image; it is none only for the platform unknown/unknown, which no engine runs.</summary>
    private static bool IsAttestation(OciDescriptor entry) =>
        entry.Platform is { Os: "unknown", Architecture: "unknown" }
        && entry.Annotations?.GetValueOrDefault("vnd.docker.reference.type") == "attestation-manifest";

    private static byte[] Document(string folder, string name, string path) =>
        BoundedFile.ReadOrNull(Path.Combine(folder, name), OciJson.LargestDocument)
        ?? throw ImageErrors.Damaged(path, $"{name} is larger than {OciJson.LargestDocument} bytes");
}
