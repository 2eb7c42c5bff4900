using System.Buffers;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>What stands before a response's body: its status and its headers (RFC 9112, 4 and 5).</summary>
internal sealed class ResponseHead
{
    private static readonly SearchValues<byte> NameLetters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> NoLetters = SearchValues.Create("\0\r"u8);

    private ResponseHead(int status, bool isOld, HeaderLines headers)
    {
        (Status, Headers) = (status, headers);
        Framing = BodyFraming.Of(status, isOld, headers);
    }

    public int Status { get; }

    public HeaderLines Headers { get; }

    public BodyFraming Framing { get; }

    /// <summary>It comes before the response proper (RFC 9110, 15.2).</summary>
    public bool IsInterim => Status < 200;

    /// <summary>The length of the head that bytes begin with; 0 when they hold no whole one. A line may end in a line feed alone.</summary>
    public static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; ;)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            if (length < 0)
                return 0;
            at += length + 1;
            var next = bytes[at..];
            if (next.StartsWith("\n"u8))
                return at + 1;
            if (next.StartsWith("\r\n"u8))
                return at + 2;
        }
    }

    /// <summary>Whether bytes may become a head.</summary>
    public static bool IsBegun(ReadOnlySpan<byte> bytes) => "HTTP/1."u8.StartsWith(bytes[..Math.Min(bytes.Length, "HTTP/1.".Length)]);

    /// <param name="head">As <see cref="FindEnd"/> found it.</param>
    /// <exception cref="NoResponseException">It is none.</exception>
    public static ResponseHead Parse(ReadOnlySpan<byte> head)
    {
        var line = TakeLine(ref head);
        // HTTP/1.1 200 and, mostly, a reason.
        if (line.Length < 12 || !IsBegun(line) || !char.IsAsciiDigit((char)line[7]) || line[8] != ' ' || (line.Length > 12 && line[12] != ' '))
            throw NoResponseException.NotHttp();
        var status = 0;
        foreach (var digit in line[9..12])
            status = char.IsAsciiDigit((char)digit) ? (10 * status) + digit - '0' : throw NoResponseException.NotHttp();
        return status >= 100 ? new ResponseHead(status, line[7] == '0', ReadHeaders(head)) : throw NoResponseException.NotHttp();
    }

    private static HeaderLines ReadHeaders(ReadOnlySpan<byte> bytes)
    {
        var lines = new byte[bytes.Length];
        var length = 0;
        while (TakeLine(ref bytes) is { IsEmpty: false } line)
        {
            if (line.ContainsAny(NoLetters))
                throw NoResponseException.NotHttp();
            if (line[0] is not ((byte)' ' or (byte)'\t'))
                CheckName(line);
            else if (length > 0)
                // A line that goes on with the one before it (RFC 9112, 5.2).
                lines[length - 1] = (byte)' ';
            else
                throw NoResponseException.NotHttp();
            line.CopyTo(lines.AsSpan(length));
            length += line.Length;
            lines[length++] = (byte)'\n';
        }

        return new HeaderLines(lines.AsMemory(0, length));
    }

    private static void CheckName(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(NameLetters))
            throw NoResponseException.NotHttp();
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var line = bytes[..end];
        bytes = bytes[(end + 1)..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
