using System.Text;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Has a forward proxy pass everything on to a server (RFC 9110, 9.3.6).</summary>
internal static class Tunnel
{
    private const int MaxHeadBytes = 8 << 10;

    public static async Task OpenAsync(Stream stream, Destination destination, CancellationToken cancellationToken)
    {
        var place = Destination.Place(destination.Server, withPort: true);
        var authorization = destination.ProxyAuthorization is { } credential ? $"Proxy-Authorization: {credential}\r\n" : "";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{authorization}\r\n"), cancellationToken);
        var head = new byte[MaxHeadBytes];
        var length = 0;
        // By the byte: what follows the head is the server's.
        while (ResponseHead.FindEnd(head.AsSpan(0, length)) == 0)
        {
            if (length == head.Length || await stream.ReadAsync(head.AsMemory(length, 1), cancellationToken) == 0)
                throw Refused();
            length++;
        }

        if (ResponseHead.Parse(head.AsSpan(0, length)).Status is < 200 or > 299)
            throw Refused();
    }

    private static NoResponseException Refused() => new("the forward proxy refused the connection");
}
