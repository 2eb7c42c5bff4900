using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server.HostileClients;

/// <summary>A client that sends any bytes and reads what comes. Texts stand for bytes one to one (Latin-1).</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static async Task<RawClient> Connect(Uri proxy)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(proxy.Host, proxy.Port);
        return client;
    }

    /// <summary>As much as the proxy takes: it may have answered and hung up before the last byte.</summary>
    public async Task Say(string bytes)
    {
        try
        {
            var data = Encoding.Latin1.GetBytes(bytes);
            for (var sent = 0; sent < data.Length;)
                sent += await _socket.SendAsync(data.AsMemory(sent)).AsTask().WaitAsync(Patience);
        }
        catch (SocketException)
        {
            // The answer tells why.
        }
    }

    public void EndSaying() => _socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    /// <summary>What the proxy sends until it ends the connection, or until it has said something.</summary>
    /// <param name="orEnd">It need not say it.</param>
    public async Task<string> Read(string? until = null, bool orEnd = false)
    {
        var buffer = new byte[8192];
        var read = new StringBuilder();
        while (until is null || !read.ToString().Contains(until, StringComparison.Ordinal))
        {
            int count;
            try
            {
                count = await _socket.ReceiveAsync(buffer).WaitAsync(Patience);
            }
            catch (SocketException)
            {
                count = 0;
            }

            if (count == 0)
            {
                Assert.True(until is null || orEnd, $"ended after: {read}");
                break;
            }

            read.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return read.ToString();
    }

    public void Dispose() => _socket.Dispose();
}
