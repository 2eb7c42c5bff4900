using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Opens connections to one destination: TCP, then a tunnel of the forward proxy, then TLS, as it needs.</summary>
/// <param name="connect">Resolves names, and decides which addresses may be connected to.</param>
internal sealed class Dialer(Destination destination, Func<DnsEndPoint, CancellationToken, Task<Socket>> connect)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Throws <see cref="NoResponseException"/>, and <see cref="OperationCanceledException"/> also when it takes too long.</summary>
    public async ValueTask<Transport> OpenAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        Socket? socket = null;
        try
        {
            var next = destination.ForwardProxy ?? destination.Server;
            socket = await connect(new DnsEndPoint(next.IdnHost, next.Port), patience.Token);
            return await PrepareAsync(socket, patience.Token);
        }
        catch (Exception e)
        {
            socket?.Dispose();
            if (e is OperationCanceledException || patience.IsCancellationRequested)
                throw new OperationCanceledException(patience.Token);
            throw NoResponseException.Of(e);
        }
    }

    private async ValueTask<Transport> PrepareAsync(Socket socket, CancellationToken cancellationToken)
    {
        if (!destination.IsTls && destination.ForwardProxy is null or { Scheme: "http" })
            return new SocketTransport(socket);
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (destination.ForwardProxy is { } proxy)
            stream = await PassAsync(proxy, stream, cancellationToken);
        if (destination.IsTls)
            stream = await SecureAsync(stream, destination.Server, cancellationToken);
        return stream is NetworkStream ? new SocketTransport(socket) : new StreamTransport(stream, socket);
    }

    private async ValueTask<Stream> PassAsync(Uri proxy, Stream stream, CancellationToken cancellationToken)
    {
        if (proxy.Scheme == "socks5")
        {
            await Socks5.ConnectAsync(stream, destination, cancellationToken);
            return stream;
        }

        if (proxy.Scheme == "https")
            stream = await SecureAsync(stream, proxy, cancellationToken);
        if (destination.IsTls)
            await Tunnel.OpenAsync(stream, destination, cancellationToken);
        return stream;
    }

    private async ValueTask<Stream> SecureAsync(Stream stream, Uri server, CancellationToken cancellationToken)
    {
        var secured = new SslStream(stream);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = server.IdnHost,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            CertificateChainPolicy = destination.Authorities,
        };
        try
        {
            await secured.AuthenticateAsClientAsync(options, cancellationToken);
            return secured;
        }
        catch (IOException e)
        {
            throw new NoResponseException("TLS failed", e);
        }
    }
}
