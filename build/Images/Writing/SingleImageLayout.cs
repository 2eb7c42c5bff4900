using System.Collections.Immutable;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Writing;

/// <summary>
/// Presents one image of a layout as its only one. Trivy selects an image by digest only in the outermost index and takes the first image of a nested
/// index, which is where builders put the images of several platforms.
/// </summary>
internal static class SingleImageLayout
{
    /// <param name="layout">An OCI layout directory; its blobs are linked, not copied.</param>
    /// <param name="manifest">Digest of the image's manifest.</param>
    /// <param name="folder">The folder to create.</param>
    public static string Create(string layout, string manifest, string folder)
    {
        var content = File.ReadAllBytes(Path.Combine(layout, "blobs", "sha256", Digest.ParseHex(manifest)!));
        var entry = new OciDescriptor
        {
            MediaType = OciJson.Read<OciManifest>(content).MediaType ?? OciMediaTypes.Manifest,
            Digest = manifest,
            Size = content.Length,
        };
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "blobs"), Path.GetFullPath(Path.Combine(layout, "blobs")));
        File.WriteAllBytes(Path.Combine(folder, "oci-layout"), OciJson.Write(new OciLayoutMarker("1.0.0")));
        File.WriteAllBytes(Path.Combine(folder, "index.json"), OciJson.Write(new OciIndex(2, OciMediaTypes.Index, ImmutableArray.Create(entry))));
        return folder;
    }
}
