using System.Net;
using System.Net.Sockets;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Upstream.Http;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Connects to upstreams, but never to a forbidden address, whatever a name resolves to.</summary>
internal sealed class UpstreamConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public UpstreamConnector()
        : this(Dns.GetHostAddressesAsync)
    {
    }

    public async Task<Socket> ConnectAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
        var addresses = await resolve(place.Host, cancellationToken);
        // One bad address rules out the name: an attacker who wrote it there can write the others too.
        if (addresses.Any(ForbiddenAddress.Includes))
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
