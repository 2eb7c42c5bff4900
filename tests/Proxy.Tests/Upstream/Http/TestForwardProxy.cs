using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream.Http;

/// <summary>A forward proxy of any kind, which leads to one upstream whatever name it is told.</summary>
internal sealed class TestForwardProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestAuthority? _authority;
    private readonly bool _isSocks;
    private readonly int _leadsTo;
    private int _connections;

    /// <param name="authority">Vouches for a proxy that is itself reached by https.</param>
    /// <param name="leadsTo">Port on loopback.</param>
    public TestForwardProxy(string scheme, TestAuthority authority, int leadsTo)
    {
        (_authority, _isSocks, _leadsTo) = (scheme == "https" ? authority : null, scheme == "socks5", leadsTo);
        _listener.Start();
        Address = new Uri($"{scheme}://us%40er:pa%3Ass@{_listener.LocalEndpoint}");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>It says no.</summary>
    public bool Refuses { get; set; }

    /// <summary>It says no to name and password already, where there is a step for that, and serves all the same.</summary>
    public bool RefusesName { get; set; }

    /// <summary>What it was told of who asks and for what.</summary>
    public string Told { get; private set; } = "";

    public int Connections => _connections;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptSocketAsync());
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _connections);
        Stream near = new NetworkStream(socket, ownsSocket: true);
        if (_authority is not null)
        {
            var secured = new SslStream(near);
            await secured.AuthenticateAsServerAsync(_authority.Server);
            near = secured;
        }

        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, _leadsTo);
        var upstream = far.GetStream();
        if (await (_isSocks ? ReadSocksAsync(near) : ReadHeadAsync(near, upstream)))
            await Task.WhenAny(near.CopyToAsync(upstream), upstream.CopyToAsync(near));
        await near.DisposeAsync();
    }

    private async Task<bool> ReadHeadAsync(Stream near, Stream upstream)
    {
        var head = await new RawConnection(new OneByOne(near), null!).ReadHead();
        Told = head!;
        if (Refuses)
            await near.WriteAsync("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        else if (Told.StartsWith("CONNECT", StringComparison.Ordinal))
            await near.WriteAsync("HTTP/1.0 200 Connected\r\nX-Proxy: yes\r\n\r\n"u8.ToArray());
        else
            await upstream.WriteAsync(Encoding.Latin1.GetBytes(Told));
        return !Refuses;
    }

    private async Task<bool> ReadSocksAsync(Stream near)
    {
        var methods = await Read(near, 2);
        Assert.Equal([2], await Read(near, methods[1]));
        await near.WriteAsync(new byte[] { 5, 2 });
        await Read(near, 1);
        Told = $"{await ReadText(near)} {await ReadText(near)}";
        await near.WriteAsync(new byte[] { 1, (byte)(RefusesName ? 1 : 0) });
        var kind = (await Read(near, 4))[3];
        Told += kind == 3 ? $" {await ReadText(near)}" : $" {new IPAddress(await Read(near, kind == 1 ? 4 : 16))}";
        await Read(near, 2);
        await near.WriteAsync(new byte[] { 5, (byte)(Refuses ? 2 : 0), 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 80 });
        return !Refuses;
    }

    private static async Task<string> ReadText(Stream stream) => Encoding.UTF8.GetString(await Read(stream, (await Read(stream, 1))[0]));

    private static async Task<byte[]> Read(Stream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    /// <summary>So that nothing behind the head is taken with it.</summary>
    private sealed class OneByOne(Stream inner) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer[..1], cancellationToken);
    }
}
