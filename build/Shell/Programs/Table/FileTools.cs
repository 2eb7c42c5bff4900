namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What moves, unpacks and marks files.</summary>
internal static class FileTools
{
    public static ReadOnlySpan<byte> All =>
        """
        @Tar f>Input file>Input C>Folder directory>Folder strip-components strip exclude T files-from X exclude-from b I use-compress-program owner
        @Tar group mode mtime transform xform wildcards-match-slash one-top-level

        tar bsdtar gtar star: Unpack
            values @Tar
            flags x>Extract extract>Extract get>Extract O>ToOutput to-stdout>ToOutput
        unzip: Unpack
            values d>Folder x P
            flags p>ToOutput l>NoContent t>NoContent Z>NoContent
        7z 7za 7zr 7zz: Unpack
            flags o>Folder
            joined o p t
        unrar unar: Unpack
            values o>Folder p
        cpio: Unpack
            values D>Folder directory>Folder F>Input I>Input O H R
            flags i>Extract extract>Extract
        unsquashfs: Unpack IsSingleDash
            values d>Folder dest>Folder f
        dpkg-deb: Unpack
            flags x>Extract X>Extract extract>Extract R>Extract
        jar: Unpack
            flags x>Extract extract>Extract
            joined x
        ar: Unpack
            values output>Folder
        gunzip gzip bunzip2 bzip2 unxz xz unlzma lzma unzstd zstd lz4 unlz4 brotli: Decompress
            values o>Output S T M
            flags c>ToOutput stdout>ToOutput to-stdout>ToOutput
            joined T
        cp copy: Copy
            values t>Folder target-directory>Folder S suffix
        mv ln link: Copy
            values t>Folder target-directory>Folder S suffix
        install ginstall: Place
            values t>Folder target-directory>Folder m>Pin mode>Pin o owner g group S suffix
            flags d>NoContent directory>NoContent
        chmod: MakeExecutable
            values reference
        mkdir: Other
            values m>Pin mode>Pin Z context
        umask: Other
        """u8;
}
