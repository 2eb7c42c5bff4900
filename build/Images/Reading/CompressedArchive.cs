namespace ContainerSecurity.Images.Reading;

/// <summary>Unpacks an archive that is compressed as a whole, because files in it are read in any order: <c>docker save | gzip</c>.</summary>
internal static class CompressedArchive
{
    /// <summary>Stops archive bombs before the disk is full.</summary>
    private const long Largest = 32L * 1024 * 1024 * 1024;

    /// <returns>Where the tar is: the path itself when it is not compressed.</returns>
    public static string Unpack(string path, string workFolder) => ImageErrors.Translate(path, "the archive", () =>
    {
        var start = Compression.StartOf(() => File.OpenRead(path));
        if (Compression.FindUnread(start) is { } unread)
            throw ImageErrors.Damaged(path, $"it is compressed with {unread}, which this suite cannot read; unpack it first");
        if (Compression.FindReader(start) is not { } read)
            return path;

        Directory.CreateDirectory(workFolder);
        var target = Path.Combine(workFolder, "unpacked-image.tar");
        using var content = new BoundedStream(read(File.OpenRead(path)), Largest);
        using var file = File.Create(target);
        content.CopyTo(file);
        return content.Remaining > 0 ? target : throw ImageErrors.Damaged(path, $"it unpacks to more than {Largest} bytes");
    });
}
