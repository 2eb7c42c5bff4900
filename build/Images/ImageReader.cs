namespace ContainerSecurity.Images;

/// <summary>Opens an image that lies on disk, whatever its form.</summary>
internal static class ImageReader
{
    /// <summary>Reads and verifies every blob before anything is handed out.</summary>
    /// <param name="path">A docker-archive, an OCI archive, or an OCI layout directory.</param>
    /// <param name="workFolder">Where an OCI archive is unpacked; its former content is replaced.</param>
    /// <exception cref="Findings.InputException">Not an image, or a damaged one; the message names <paramref name="path"/>.</exception>
    public static OpenedImages Open(string path, string workFolder) => throw new NotImplementedException();
}
