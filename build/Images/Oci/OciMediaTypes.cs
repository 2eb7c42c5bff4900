namespace ContainerSecurity.Images.Oci;

/// <summary>The media types that are used here: OCI's, and Docker's older ones for the same documents (image-spec media-types.md).</summary>
internal static class OciMediaTypes
{
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Config = "application/vnd.oci.image.config.v1+json";
    public const string Layer = "application/vnd.oci.image.layer.v1.tar";

    private const string DockerManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";
    private const string DockerConfig = "application/vnd.docker.container.image.v1+json";

    public static bool IsIndex(string? mediaType) => mediaType is Index or DockerManifestList;

    /// <summary>Charts, signatures and other artifacts use manifests with another type of configuration.</summary>
    public static bool IsImageConfig(string? mediaType) => mediaType is Config or DockerConfig;
}
