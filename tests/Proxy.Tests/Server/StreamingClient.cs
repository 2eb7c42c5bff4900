using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server;

/// <summary>A client of one stream, so small that thousands can be held.</summary>
internal sealed class StreamingClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    public static async Task<StreamingClient> Ask(Uri proxy, byte[] request)
    {
        var client = new StreamingClient();
        await client._socket.ConnectAsync(proxy.Host, proxy.Port);
        await client._socket.SendAsync(request);
        return client;
    }

    public static byte[] Message(string body) => Encoding.ASCII.GetBytes(
        $"POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Reads until a text has come.</summary>
    public async Task ReadUntil(string text)
    {
        var buffer = new byte[1024];
        var seen = "";
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            var count = await _socket.ReceiveAsync(buffer).WaitAsync(Patience);
            Assert.True(count > 0, $"closed after: {seen}");
            seen += Encoding.ASCII.GetString(buffer, 0, count);
        }
    }

    public void Dispose() => _socket.Dispose();
}
