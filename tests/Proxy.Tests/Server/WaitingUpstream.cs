using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server;

/// <summary>An upstream that begins a stream for each request and says no more until it is told to; made for any number of them.</summary>
internal sealed class WaitingUpstream : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    public WaitingUpstream()
    {
        _listener.Start(4096);
        _ = AcceptAsync();
    }

    public Uri BaseUrl => new($"http://{_listener.LocalEndpoint}/v1");

    /// <summary>Streams that have begun.</summary>
    public int Begun => _begun;

    /// <summary>All streams end as they should, those that are still to come too.</summary>
    public void Release() => _released.TrySetResult();

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptSocketAsync());
    }

    private async Task ServeAsync(Socket socket)
    {
        _sockets.Add(socket);
        while (await ReadRequestAsync(socket))
        {
            // Counted first: a client may read the stream's beginning before this goes on.
            Interlocked.Increment(ref _begun);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk(Samples.FirstChunk)));
            await _released.Task;
            await socket.SendAsync(Encoding.ASCII.GetBytes(Chunk(Samples.LastChunks) + "0\r\n\r\n"));
        }
    }

    /// <summary>False when the proxy closed the connection.</summary>
    private static async Task<bool> ReadRequestAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var text = "";
        while (!IsWhole(text))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0)
                return false;
            text += Encoding.ASCII.GetString(buffer, 0, count);
        }

        return true;
    }

    private static bool IsWhole(string request)
    {
        const string length = "Content-Length: ";
        var body = request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        if (body < 4)
            return false;
        var digits = request[(request.IndexOf(length, StringComparison.Ordinal) + length.Length)..].Split('\r')[0];
        return request.Length - body == int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}
