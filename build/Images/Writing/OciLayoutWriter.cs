using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Writing;

/// <summary>Writes images as an OCI layout directory (image-spec image-layout.md).</summary>
internal static class OciLayoutWriter
{
    /// <summary>Replaces the folder atomically; a failed write keeps the previous one.</summary>
    public static void Write(IReadOnlyList<BuiltImage> images, string folder) =>
        AtomicOutput.Folder(folder, draft =>
        {
            var blobs = Directory.CreateDirectory(Path.Combine(draft, "blobs", "sha256")).FullName;
            foreach (var image in images)
                WriteBlobs(image, blobs);

            File.WriteAllBytes(Path.Combine(draft, "oci-layout"), OciJson.Write(new OciLayoutMarker("1.0.0")));
            File.WriteAllBytes(Path.Combine(draft, "index.json"), OciJson.Write(new OciIndex(2, OciMediaTypes.Index, [.. images.Select(Entry)])));
        });

    private static void WriteBlobs(BuiltImage image, string folder)
    {
        foreach (var content in image.Layers.Select(layer => layer.Tar).Append(image.Config).Append(image.Manifest))
            File.WriteAllBytes(Path.Combine(folder, Digest.ParseHex(Digest.Compute(content))!), content);
    }

    private static OciDescriptor Entry(BuiltImage image)
    {
        var platform = image.Identity.Platform.Split('/');
        return new OciDescriptor
        {
            MediaType = OciMediaTypes.Manifest,
            Digest = image.Identity.Digest,
            Size = image.Manifest.Length,
            Platform = new OciPlatform(Architecture: platform[1], Os: platform[0]),
            Annotations = Names(image.Identity.Name),
        };
    }

    /// <summary>Tools select by the tag alone; containerd needs the full name.</summary>
    private static ImmutableSortedDictionary<string, string> Names(string name) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add(OciAnnotations.FullName, name)
            .Add(OciAnnotations.RefName, name[(name.LastIndexOf(':') + 1)..]);
}
