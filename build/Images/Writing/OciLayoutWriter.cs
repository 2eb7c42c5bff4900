using ContainerSecurity.Images.Building;

namespace ContainerSecurity.Images.Writing;

/// <summary>Writes images as an OCI layout directory (image-spec, image-layout.md).</summary>
internal static class OciLayoutWriter
{
    /// <summary>Replaces the folder as a whole; a failed write leaves the former one.</summary>
    public static void Write(IReadOnlyList<BuiltImage> images, string folder) => throw new NotImplementedException();
}
