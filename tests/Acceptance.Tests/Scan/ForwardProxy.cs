using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acceptance.Tests.Scan;

/// <summary>A forward proxy on loopback that takes CONNECT and leads every host to one port of this machine.</summary>
internal sealed class ForwardProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _leadsTo;

    public ForwardProxy(int leadsTo)
    {
        _leadsTo = leadsTo;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Which hosts were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var from = client;
        using var to = new TcpClient();
        await using var asking = from.GetStream();
        try
        {
            Asked.Enqueue((await HeadAsync(asking)).Split(' ')[1]);
            await to.ConnectAsync(IPAddress.Loopback, _leadsTo);
            await using var answering = to.GetStream();
            await asking.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
            await Task.WhenAny(asking.CopyToAsync(answering), answering.CopyToAsync(asking));
        }
        catch (IOException)
        {
            // One side has left.
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }
}
