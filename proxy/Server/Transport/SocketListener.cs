using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>Accepts connections until it is unbound.</summary>
internal sealed class SocketListener(Socket socket) : IConnectionListener
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    public EndPoint EndPoint { get; } = socket.LocalEndPoint!;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var accepted = await socket.AcceptAsync(cancellationToken);
                accepted.NoDelay = true;
                return new SocketConnection(accepted);
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return null;
            }
            catch (SocketException)
            {
                // The client left before it was accepted, or descriptors are short: neither ends the service, nor may it spin.
                await Task.Delay(PauseAfterFailure, cancellationToken);
            }
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => DisposeAsync();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
