using ContainerSecurity.Images.Building;

namespace ContainerSecurity.Images.Writing;

/// <summary>Writes an image as the tar that <c>docker load</c> takes.</summary>
internal static class DockerArchiveWriter
{
    /// <summary>Replaces the file as a whole; a failed write leaves the former one.</summary>
    public static void Write(BuiltImage image, string path) => throw new NotImplementedException();
}
