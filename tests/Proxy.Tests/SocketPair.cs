using System.Net;
using System.Net.Sockets;

namespace Proxy.Tests;

/// <summary>Two ends of one connection on loopback.</summary>
internal sealed class SocketPair : IDisposable
{
    private SocketPair(Socket near, Socket far) => (Near, Far) = (near, far);

    public Socket Near { get; }

    public Socket Far { get; }

    public static async Task<SocketPair> Connect()
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var near = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await near.ConnectAsync(listener.LocalEndPoint!);
        return new SocketPair(near, await listener.AcceptAsync());
    }

    /// <summary>What the far end gets until it has that many bytes.</summary>
    public async Task<byte[]> Receive(int count)
    {
        var received = new byte[count];
        for (var have = 0; have < count;)
        {
            var more = await Far.ReceiveAsync(received.AsMemory(have)).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
            Assert.NotEqual(0, more);
            have += more;
        }

        return received;
    }

    public void Dispose()
    {
        Near.Dispose();
        Far.Dispose();
    }
}
