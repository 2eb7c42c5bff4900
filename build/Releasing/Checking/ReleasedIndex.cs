using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Oci;
using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>The images of a release's archive, all blobs verified: one index, in it one image for each binary, and nothing else.</summary>
/// <param name="Digest">Of the index that is pushed to registries, <c>sha256:…</c>.</param>
internal sealed record ReleasedIndex(string Digest, ImmutableArray<ReleasedImage> Images)
{
    /// <exception cref="InputException">Damaged, or with other images.</exception>
    public static ReleasedIndex Read(ReleaseFolder release, CancellationToken cancellation)
    {
        using var work = new ScratchFolder("release-");
        var archive = release.Names.ImageArchive;
        var opened = ImageReader.Open(release.PathOf(archive), work.Path);
        if (!File.Exists(Path.Combine(opened.Path, "index.json")))
            throw new InputException($"{archive} is no OCI archive.");
        var outermost = OciJson.Read<OciIndex>(File.ReadAllBytes(Path.Combine(opened.Path, "index.json"))).Manifests ?? [];
        if (outermost is not [{ MediaType: OciMediaTypes.Index, Digest: { } digest }])
            throw new InputException($"{archive}: index.json names {outermost.Length} entries where one index must be.");
        var inner = Path.Combine(opened.Path, "blobs", "sha256", digest["sha256:".Length..]);
        RequireOnlyManifests(archive, inner, opened.Images.Length);
        ImmutableArray<ReleasedImage> images = [.. opened.Images.Select(image => ReleasedImage.Read(image, cancellation))];
        var rids = images.Select(image => image.Rid).ToList();
        return rids.Order().SequenceEqual(release.Rids.Order())
            ? new ReleasedIndex(digest, images)
            : throw new InputException(
                $"{archive} holds images for {string.Join(", ", rids)}, the binaries are for {string.Join(", ", release.Rids)}.");
    }

    /// <summary>An entry that readers pass over (the same image twice, an attestation, another index) may be taken by an engine.</summary>
    private static void RequireOnlyManifests(string archive, string index, int images)
    {
        var entries = OciJson.Read<OciIndex>(File.ReadAllBytes(index)).Manifests ?? [];
        if (entries.Length != images || entries.Any(entry => entry.MediaType != OciMediaTypes.Manifest))
            throw new InputException($"{archive}: its index has {entries.Length} entries for {images} images.");
    }
}
