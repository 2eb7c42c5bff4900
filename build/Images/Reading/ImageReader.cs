using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Reading;

/// <summary>Opens an image on disk in any of the known forms.</summary>
internal static class ImageReader
{
    private const string Forms =
        "Give a docker-archive (docker save), an OCI archive, either of them compressed with gzip or zstd, or an OCI layout directory.";

    /// <summary>Reads and verifies every blob before returning.</summary>
    /// <param name="path">A docker-archive, an OCI archive, or an OCI layout directory.</param>
    /// <param name="workFolder">Where an OCI archive, or a compressed one, is unpacked; what an earlier call left there is replaced.</param>
    /// <exception cref="InputException">Not an image, or a damaged one; the message names <paramref name="path"/>.</exception>
    public static OpenedImages Open(string path, string workFolder)
    {
        if (Directory.Exists(path))
            return OciLayoutReader.IsLayout(path) ? Layout(path, path) : throw NotAnImage(path, "is a folder without oci-layout and index.json");
        if (!File.Exists(path))
            throw NotAnImage(path, "does not exist");

        var archive = TarIndex.Read(CompressedArchive.Unpack(path, workFolder), path);
        if (archive.Contains(DockerArchiveReader.ManifestFile))
            return new OpenedImages(archive.File, DockerArchiveReader.Read(archive));
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

    private static InputException NotAnImage(string path, string why) => new($"{path} {why}. {Forms}");
}
