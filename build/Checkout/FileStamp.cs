using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ContainerSecurity.Checkout;

/// <summary>
/// What the file system says of a file without reading it. Equal stamps mean the same content, as long as nobody who may write to the disk itself
/// lies.
/// </summary>
/// <param name="Inode">Another one means another file in its place.</param>
/// <param name="Modified">In nanoseconds; anybody who may write the file can set it.</param>
/// <param name="Changed">In nanoseconds; the kernel alone sets it, at every change of content, time, mode or owner.</param>
internal sealed record FileStamp(ulong Inode, ulong Size, long Modified, long Changed)
{
    private const int WorkingDirectory = -100;
    private const uint BasicFields = 0x7ff;

    /// <summary>Null where there is no such file, and where the system cannot be asked: then only the content tells.</summary>
    public static FileStamp? Read(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;

        var buffer = new byte[256];
        if (Ask(WorkingDirectory, path, 0, BasicFields, buffer) != 0)
            return null;

        return new FileStamp(
            BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(32)),
            BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(40)),
            Nanoseconds(buffer.AsSpan(112)),
            Nanoseconds(buffer.AsSpan(96)));
    }

    /// <summary>Seconds, then nanoseconds: statx(2) has the same layout on every architecture.</summary>
    private static long Nanoseconds(ReadOnlySpan<byte> time) =>
        (BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(time[8..]);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] buffer);
}
