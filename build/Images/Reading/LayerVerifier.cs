using System.Security.Cryptography;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>Reads a whole layer once: its digests must match the declared ones, and its tar must be complete.</summary>
internal static class LayerVerifier
{
    /// <summary>Stops archive bombs; no real layer is nearly as large.</summary>
    private const long LargestLayer = 32L * 1024 * 1024 * 1024;

    /// <param name="open">Opens the blob as it is stored.</param>
    /// <param name="diffId">The digest in the configuration.</param>
    /// <param name="path">The image, for errors.</param>
    public static ImageLayer Verify(Func<Stream> open, string diffId, string path)
    {
        var digest = ImageErrors.Translate(path, $"layer {diffId}", () => DigestOf(open));
        var (actual, bytes) = ImageErrors.Translate(path, $"layer {digest}", () => Unpack(open, path, digest));
        return actual == diffId
            ? new ImageLayer(digest, diffId, bytes, () => LayerTarReader.Read(open, path, digest))
            : throw ImageErrors.Damaged(path, $"layer {digest} unpacks to {actual}, but its configuration says {diffId}");
    }

    private static string DigestOf(Func<Stream> open)
    {
        using var stream = open();
        return Digest.Compute(stream);
    }

    private static (string DiffId, long Bytes) Unpack(Func<Stream> open, string path, string digest)
    {
        using var sha256 = SHA256.Create();
        using var bounded = new BoundedStream(LayerTarReader.OpenUncompressed(open, path, digest), LargestLayer);
        using var hashed = new CryptoStream(bounded, sha256, CryptoStreamMode.Read);
        foreach (var _ in LayerTarReader.ReadEntries(hashed, path, digest))
        {
            // Reading every entry is the check.
        }

        hashed.CopyTo(Stream.Null);
        if (bounded.Remaining == 0)
            throw ImageErrors.Damaged(path, $"layer {digest} unpacks to more than {LargestLayer} bytes");

        return (Digest.Format(sha256.Hash!), LargestLayer - bounded.Remaining);
    }
}
