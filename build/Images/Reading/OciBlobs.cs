using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Reading;

/// <summary>The blobs of a layout directory; each is checked against its descriptor before it is returned.</summary>
/// <param name="folder">The layout.</param>
/// <param name="path">The path as the user gave it, for errors.</param>
internal sealed class OciBlobs(string folder, string path)
{
    public string Path => path;

    public T ReadDocument<T>(OciDescriptor descriptor) =>
        ImageErrors.Translate(path, $"blob {descriptor.Digest}", () => OciJson.Read<T>(ReadContent(descriptor)));

    /// <summary>A small blob, whole.</summary>
    public byte[] ReadContent(OciDescriptor descriptor)
    {
        if (descriptor.Size > OciJson.LargestDocument)
            throw ImageErrors.Damaged(path, $"blob {descriptor.Digest} is larger than {OciJson.LargestDocument} bytes");

        Verify(descriptor);
        return File.ReadAllBytes(FileOf(descriptor));
    }

    /// <summary>Checks size and digest, and returns a function that opens the blob.</summary>
    public Func<Stream> CreateVerifiedOpener(OciDescriptor descriptor)
    {
        ImageErrors.Translate(path, $"blob {descriptor.Digest}", () => Verify(descriptor));
        return () => File.OpenRead(FileOf(descriptor));
    }

    private bool Verify(OciDescriptor descriptor)
    {
        using var file = File.OpenRead(FileOf(descriptor));
        if (file.Length != descriptor.Size)
            throw ImageErrors.Damaged(path, $"blob {descriptor.Digest} has {file.Length} bytes where {descriptor.Size} are declared");

        var digest = Digest.Compute(file);
        return digest == descriptor.Digest ? true : throw ImageErrors.Damaged(path, $"blob {descriptor.Digest} has the digest {digest}");
    }

    private string FileOf(OciDescriptor descriptor)
    {
        var hex = Digest.ParseHex(descriptor.Digest)
            ?? throw ImageErrors.Damaged(path, $"{descriptor.Digest ?? "a missing digest"} is not a SHA-256 digest");
        var file = System.IO.Path.Combine(folder, "blobs", "sha256", hex);
        return File.Exists(file) ? file : throw ImageErrors.Damaged(path, $"blob {descriptor.Digest} is missing");
    }
}
