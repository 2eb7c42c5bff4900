namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What moves, unpacks and marks files.</summary>
internal static class FileTools
{
    private const string Tar = "f>Input file>Input C>Folder directory>Folder strip-components strip exclude T files-from X exclude-from b I "
        + "use-compress-program owner group mode mtime transform xform wildcards-match-slash one-top-level";

    public static ProgramSpec[] All { get; } =
    [
        new("tar bsdtar gtar star", Act.Unpack) { Values = Tar, Flags = "x>Extract extract>Extract get>Extract O>ToOutput to-stdout>ToOutput" },
        new("unzip", Act.Unpack) { Values = "d>Folder x P", Flags = "p>ToOutput l>NoContent t>NoContent Z>NoContent" },
        new("7z 7za 7zr 7zz", Act.Unpack) { Joined = "o p t", Flags = "o>Folder" },
        new("unrar unar", Act.Unpack) { Values = "o>Folder p" },
        new("cpio", Act.Unpack) { Values = "D>Folder directory>Folder F>Input I>Input O H R", Flags = "i>Extract extract>Extract" },
        new("unsquashfs", Act.Unpack) { Values = "d>Folder dest>Folder f", IsSingleDash = true },
        new("dpkg-deb", Act.Unpack) { Flags = "x>Extract X>Extract extract>Extract R>Extract" },
        new("jar", Act.Unpack) { Joined = "x", Flags = "x>Extract extract>Extract" },
        new("ar", Act.Unpack) { Values = "output>Folder" },
        new("gunzip gzip bunzip2 bzip2 unxz xz unlzma lzma unzstd zstd lz4 unlz4 brotli", Act.Decompress)
        {
            Values = "o>Output S T M", Joined = "T", Flags = "c>ToOutput stdout>ToOutput to-stdout>ToOutput",
        },
        new("cp copy", Act.Copy) { Values = "t>Folder target-directory>Folder S suffix", },
        new("mv ln link", Act.Copy) { Values = "t>Folder target-directory>Folder S suffix" },
        new("install ginstall", Act.Place)
        {
            Values = "t>Folder target-directory>Folder m>Pin mode>Pin o owner g group S suffix", Flags = "d>NoContent directory>NoContent",
        },
        new("chmod", Act.MakeExecutable) { Values = "reference" },
        new("mkdir", Act.Other) { Values = "m>Pin mode>Pin Z context" },
        new("umask", Act.Other),
    ];
}
