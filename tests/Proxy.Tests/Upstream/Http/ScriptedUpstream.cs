using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream.Http;

/// <summary>
/// An upstream, and forward proxy, that says by the byte what happens on its connections: one step of its script for each request that comes.
/// </summary>
internal sealed class ScriptedUpstream : IDisposable
{
    private static readonly string Ok =
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Samples.Answer)}\r\n\r\n{Samples.Answer}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestAuthority? _authority;
    private readonly string[] _steps;
    private int _requests;
    private int _connections;

    /// <param name="steps">
    /// <c>ok</c> gives an answer, <c>close</c> and <c>reset</c> end the connection without a byte, <c>begin</c> after the first bytes of an answer.
    /// </param>
    public ScriptedUpstream(TestAuthority? authority, params string[] steps)
    {
        (_authority, _steps) = (authority, steps);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"{(_authority is null ? "http" : "https")}://{_listener.LocalEndpoint}/v1");

    public Uri AsForwardProxy => new($"http://{_listener.LocalEndpoint}");

    public int Requests => _requests;

    public int Connections => _connections;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptSocketAsync());
    }

    private async Task ServeAsync(Socket socket)
    {
        using var plain = new NetworkStream(socket, ownsSocket: true);
        Interlocked.Increment(ref _connections);
        if (_authority is null)
        {
            await ServeAsync(plain, socket);
            return;
        }

        var tunnel = new byte[7];
        await socket.ReceiveAsync(tunnel, SocketFlags.Peek);
        if (Encoding.ASCII.GetString(tunnel) == "CONNECT")
        {
            await ReadHead(plain);
            await plain.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray());
        }

        await using var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(_authority.Server);
        await ServeAsync(tls, socket);
    }

    private async Task ServeAsync(Stream stream, Socket socket)
    {
        while (await ReadHead(stream) is { Length: > 0 } head)
        {
            var length = head.Split("Content-Length: ")[1].Split('\r')[0];
            await stream.ReadExactlyAsync(new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)]);
            switch (_steps[Interlocked.Increment(ref _requests) - 1])
            {
                case "ok":
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(Ok));
                    break;
                case "begin":
                    await stream.WriteAsync("HTTP/1.1 2"u8.ToArray());
                    return;
                case "reset":
                    socket.LingerState = new LingerOption(true, 0);
                    socket.Close();
                    return;
                default: return;
            }
        }
    }

    /// <summary>Up to the empty line; empty when the connection has ended.</summary>
    private static async Task<string> ReadHead(Stream stream)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(letter) == 0)
                return "";
            head.Append((char)letter[0]);
        }

        return head.ToString();
    }
}
