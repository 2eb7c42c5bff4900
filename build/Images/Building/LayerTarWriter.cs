using System.Formats.Tar;

namespace ContainerSecurity.Images.Building;

/// <summary>
/// Writes a layer's tar so that the same files give the same bytes anywhere: one format, one time, sorted entries, no names of owners.
/// </summary>
internal static class LayerTarWriter
{
    /// <summary>Layers are built in memory.</summary>
    private const long LargestFile = 1L << 30;

    public static byte[] Write(IEnumerable<BuildFile> files, DateTimeOffset time)
    {
        using var tar = new MemoryStream();
        // GNU: long names without the extended headers of PAX, which carry times.
        using (var writer = new TarWriter(tar, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var file in files)
                Write(writer, file, time);
        }

        return tar.ToArray();
    }

    private static void Write(TarWriter writer, BuildFile file, DateTimeOffset time)
    {
        using var content = file.Source is null ? null : Open(file.Source);
        var entry =
            new GnuTarEntry(file.IsDirectory ? TarEntryType.Directory : TarEntryType.RegularFile, file.Path[1..] + (file.IsDirectory ? "/" : ""))
            {
                Mode = (UnixFileMode)file.Mode,
                Uid = file.Uid,
                Gid = file.Gid,
                ModificationTime = time,
            };
        if (content is not null)
            entry.DataStream = content;

        writer.WriteEntry(entry);
    }

    private static FileStream Open(string path)
    {
        try
        {
            var stream = File.OpenRead(path);
            if (stream.Length <= LargestFile)
                return stream;

            stream.Dispose();
            throw Refused($"{path} is larger than {LargestFile} bytes", "Build images with files of this size with an engine.");
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Refused($"{path} cannot be read ({denied.Message.TrimEnd('.')})", "Give this user the right to read it.");
        }
    }

    private static RefusedInstructionException Refused(string message, string help) => new(BuildRule.CS3, message, help);
}
