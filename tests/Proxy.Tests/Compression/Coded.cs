using System.IO.Compression;

namespace Proxy.Tests.Compression;

/// <summary>Bytes in the content codings of HTTP, by .NET's own compressors.</summary>
internal static class Coded
{
    public static byte[] As(string coding, byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var coded = new MemoryStream();
        using (var stream = Open(coding, coded, level))
            stream.Write(bytes);
        return coded.ToArray();
    }

    /// <param name="coding">A name of HTTP's, or <c>bare</c> for deflate without zlib's header, as some servers send it.</param>
    public static Stream Open(string coding, Stream coded, CompressionLevel level = CompressionLevel.Optimal) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(coded, level, leaveOpen: true),
        "deflate" => new ZLibStream(coded, level, leaveOpen: true),
        "bare" => new DeflateStream(coded, level, leaveOpen: true),
        "br" => new BrotliStream(coded, level, leaveOpen: true),
        _ => throw new ArgumentOutOfRangeException(nameof(coding)),
    };
}
