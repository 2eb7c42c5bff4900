using System.IO.Compression;
using ZstdSharp;

namespace ContainerSecurity.Images.Reading;

/// <summary>Streams that are compressed, known by how they begin.</summary>
internal static class Compression
{
    /// <summary>So many bytes decide.</summary>
    public const int StartLength = 6;

    /// <returns>Null for bytes that are not compressed, or in a way that is not read.</returns>
    public static Func<Stream, Stream>? FindReader(ReadOnlySpan<byte> start) => start switch
    {
        [0x1f, 0x8b, ..] => inner => new GZipStream(inner, CompressionMode.Decompress),
        [0x28, 0xb5, 0x2f, 0xfd, ..] or [>= 0x50 and <= 0x5f, 0x2a, 0x4d, 0x18, ..] => inner => new DecompressionStream(inner, leaveOpen: false),
        _ => null,
    };

    /// <returns>The name of a compression that is not read; null for other bytes.</returns>
    public static string? FindUnread(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => "bzip2",
        [0xfd, (byte)'7', (byte)'z', (byte)'X', ..] => "xz",
        [0x04, 0x22, 0x4d, 0x18, ..] => "lz4",
        _ => null,
    };

    public static byte[] StartOf(Func<Stream> open)
    {
        using var stored = open();
        var start = new byte[StartLength];
        return start[..stored.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
