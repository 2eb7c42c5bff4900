namespace Bench;

/// <summary>Tells where an HTTP/1.1 message in a buffer ends: by Content-Length or by the last chunk. Just what the bench's own peers need.</summary>
internal static class HttpMessage
{
    /// <summary>Length of the first whole message, or -1 while it is not complete.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return -1;

        var head = bytes[..(end + 2)];
        var body = end + 4;
        if (Contains(head, "chunked"u8))
        {
            var last = bytes[(end + 2)..].IndexOf("\r\n0\r\n\r\n"u8);
            return last < 0 ? -1 : end + 2 + last + 7;
        }

        var whole = body + ContentLength(head);
        return bytes.Length >= whole ? whole : -1;
    }

    public static bool IsSuccess(ReadOnlySpan<byte> bytes) => bytes.StartsWith("HTTP/1.1 200"u8);

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        foreach (var name in new[] { "Content-Length: ", "content-length: " })
        {
            var at = head.IndexOf(System.Text.Encoding.ASCII.GetBytes(name));
            if (at < 0)
                continue;

            var value = head[(at + name.Length)..];
            return int.Parse(value[..value.IndexOf((byte)'\r')]);
        }

        return 0;
    }

    private static bool Contains(ReadOnlySpan<byte> head, ReadOnlySpan<byte> text) => head.IndexOf(text) >= 0;
}
