using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>
/// Gives Kestrel its connections. Its own socket transport reads 4 KiB at a time, which for a Claude Code request of 47 kB
/// costs a third of an exchange; this one reads 128 KiB, and writes a response in one call.
/// </summary>
internal sealed class SocketListenerFactory : IConnectionListenerFactory
{
    private const int Backlog = 4096;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endpoint is IPEndPoint { Address: var address } && address.Equals(IPAddress.IPv6Any))
                socket.DualMode = true;
            socket.Bind(endpoint);
            socket.Listen(Backlog);
            return new ValueTask<IConnectionListener>(new SocketListener(socket));
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw e.SocketErrorCode == SocketError.AddressAlreadyInUse ? new AddressInUseException(e.Message, e) : e;
        }
    }
}
