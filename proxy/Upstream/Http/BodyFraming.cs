using System.Globalization;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Where a response's body ends, and whether the connection can be used after it (RFC 9112, 6.3 and 9.3).</summary>
internal readonly struct BodyFraming
{
    /// <summary>Bytes; null when only the body itself tells, or the connection's end.</summary>
    public long? Length { get; private init; }

    public bool IsChunked { get; private init; }

    public bool KeepsConnection { get; private init; }

    /// <param name="isOld">The response is one of HTTP/1.0.</param>
    /// <exception cref="NoResponseException">It is said in a way that nobody knows, or in two ways that differ.</exception>
    public static BodyFraming Of(int status, bool isOld, HeaderLines headers)
    {
        var keeps = !isOld && !Lists(headers.FindAll("connection"u8), "close");
        if (status is < 200 or 204 or 304)
            return new BodyFraming { Length = 0, KeepsConnection = keeps };
        var codings = headers.FindAll("transfer-encoding"u8);
        var lengths = headers.FindAll("content-length"u8);
        if (codings is null)
            return lengths is null ? default : new BodyFraming { Length = ReadLength(lengths), KeepsConnection = keeps };
        // Other codings than chunks were not asked for, and who names a length too may have meant another message.
        return codings.Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase)
            ? new BodyFraming { IsChunked = true, KeepsConnection = keeps && lengths is null }
            : throw NoResponseException.NotHttp();
    }

    /// <summary>Of one header or several that agree.</summary>
    private static long ReadLength(string lengths)
    {
        long? agreed = null;
        foreach (var text in lengths.Split(','))
        {
            var isNumber = long.TryParse(text.AsSpan().Trim(" \t"), NumberStyles.None, CultureInfo.InvariantCulture, out var length);
            if (!isNumber || (agreed is { } other && length != other))
                throw NoResponseException.NotHttp();
            agreed = length;
        }

        return agreed!.Value;
    }

    private static bool Lists(string? header, string name) =>
        header is not null && header.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase);
}
