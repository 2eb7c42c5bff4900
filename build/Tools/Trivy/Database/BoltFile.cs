using System.Buffers.Binary;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>
/// Reads enough of a bbolt file to know that it is complete and not empty: an old Trivy turns an empty file into an empty database and then finds
/// nothing in any image.
/// </summary>
internal static class BoltFile
{
    private const uint Magic = 0xED0CDAED;
    private const int PageHeader = 16;
    private const int MetaLength = 64;

    /// <summary>Entries on the root page: buckets, or branches that lead to them. 0 when the file is empty, truncated, or not a bbolt file.</summary>
    public static int CountRootEntries(string path)
    {
        using var file = File.OpenRead(path);
        var first = Read(file, 0, PageHeader + MetaLength);
        var pageSize = IsMeta(first) ? BinaryPrimitives.ReadUInt32LittleEndian(first.AsSpan(PageHeader + 8)) : 0;
        if (pageSize is < 512 or > 65536)
            return 0;

        var second = Read(file, pageSize, PageHeader + MetaLength);
        var meta = IsMeta(second) && Transaction(second) > Transaction(first) ? second : first;
        if (file.Length < (long)Field(meta, 40) * pageSize)
            return 0;

        var root = Read(file, (long)Field(meta, 16) * pageSize, PageHeader);
        return root.Length < PageHeader ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(root.AsSpan(10));
    }

    private static bool IsMeta(byte[] page) =>
        page.Length == PageHeader + MetaLength && BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(PageHeader)) == Magic;

    private static ulong Transaction(byte[] page) => Field(page, 48);

    /// <summary>A 64-bit field of the meta: root page at 16, number of pages at 40, transaction at 48.</summary>
    private static ulong Field(byte[] page, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(page.AsSpan(PageHeader + offset));

    /// <returns>Fewer bytes than requested at the end of the file.</returns>
    private static byte[] Read(FileStream file, long offset, int count)
    {
        if (offset < 0 || offset >= file.Length)
            return [];

        var bytes = new byte[count];
        file.Position = offset;
        var read = file.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : bytes[..read];
    }
}
