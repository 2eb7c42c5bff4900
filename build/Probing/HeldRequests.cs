using System.Net.Sockets;
using System.Text;

namespace ContainerSecurity.Probing;

/// <summary>Requests whose bodies are sent but for their ends, so that the server keeps them in memory until they are disposed of.</summary>
internal sealed class HeldRequests : IDisposable
{
    private const int Bytes = 30_000_000;

    private readonly List<TcpClient> _clients = [];

    /// <param name="key">What the proxy asks of its clients.</param>
    public static async Task<HeldRequests> SendAsync(Uri address, string key, int count, CancellationToken cancellation)
    {
        var held = new HeldRequests();
        try
        {
            for (var each = 0; each < count; each++)
                await held.SendAsync(address, key, cancellation);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }

    private async Task SendAsync(Uri address, string key, CancellationToken cancellation)
    {
        var client = new TcpClient();
        _clients.Add(client);
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var head = $"POST /v1/messages HTTP/1.1\r\nHost: {address.Authority}\r\nx-api-key: {key}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Bytes + 1}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head.PadRight(head.Length + Bytes)), cancellation);
    }
}
