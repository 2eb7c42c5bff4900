using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Reading;

/// <summary>Opens an image on disk in any of the known forms.</summary>
internal static class ImageReader
{
    private const string Forms = "Give a docker-archive (docker save), an OCI archive, or an OCI layout directory.";

    /// <summary>Reads and verifies every blob before returning.</summary>
    /// <param name="path">A docker-archive, an OCI archive, or an OCI layout directory.</param>
    /// <param name="workFolder">Where an OCI archive is unpacked, into a folder of its own that replaces the previous one.</param>
    /// <exception cref="InputException">Not an image, or a damaged one; the message names <paramref name="path"/>.</exception>
    public static OpenedImages Open(string path, string workFolder)
    {
        if (Directory.Exists(path))
            return OciLayoutReader.IsLayout(path) ? Layout(path, path) : throw NotAnImage(path, "is a folder without oci-layout and index.json");
        if (!File.Exists(path))
            throw NotAnImage(path, "does not exist");
        if (IsGzip(path))
            throw NotAnImage(path, "is compressed as a whole; unpack it with gunzip first");

        var archive = TarIndex.Read(path);
        if (archive.Contains(DockerArchiveReader.ManifestFile))
            return new OpenedImages(path, DockerArchiveReader.Read(archive));
        if (archive.Contains(OciLayoutReader.IndexFile) && archive.Contains(OciLayoutReader.MarkerFile))
            return Unpacked(archive, Path.Combine(workFolder, "unpacked-image"));

        throw NotAnImage(path, "is a tar without manifest.json, and without oci-layout and index.json");
    }

    private static OpenedImages Layout(string folder, string path) => new(folder, OciLayoutReader.Read(folder, path));

    private static OpenedImages Unpacked(TarIndex archive, string folder)
    {
        OciArchive.Unpack(archive, folder);
        return Layout(folder, archive.Path);
    }

    private static bool IsGzip(string path) => ImageErrors.Translate(path, "the file", () =>
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    });

    private static InputException NotAnImage(string path, string why) => new($"{path} {why}. {Forms}");
}
