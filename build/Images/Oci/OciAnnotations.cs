namespace ContainerSecurity.Images.Oci;

/// <summary>Annotations that give an entry of an index its name (image-spec annotations.md; containerd's image store).</summary>
internal static class OciAnnotations
{
    public const string RefName = "org.opencontainers.image.ref.name";

    public const string FullName = "io.containerd.image.name";
}
