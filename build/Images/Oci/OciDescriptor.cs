namespace ContainerSecurity.Images.Oci;

/// <summary>Points to a blob by digest and size (image-spec descriptor.md).</summary>
internal sealed record OciDescriptor
{
    public string? MediaType { get; init; }

    public string? Digest { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public OciPlatform? Platform { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
