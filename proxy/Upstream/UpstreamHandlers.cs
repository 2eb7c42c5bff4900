using System.Security.Cryptography.X509Certificates;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// Makes the handlers that speak HTTP with one upstream. Throws a <c>ConfigurationException</c> for authorities that cannot be read.
/// </summary>
internal sealed class UpstreamHandlers(UpstreamOptions options, UpstreamConnector connector)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long a response that nobody reads any more may keep its connection; a paid model stops when that is closed.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMilliseconds(250);

    private readonly X509ChainPolicy? _policy = options.BaseUrl.Scheme == "https" ? TrustedAuthorities.Policy(options.CertificateFile) : null;

    /// <param name="lifetime">How long a connection may be kept and used again; zero for one request.</param>
    public SocketsHttpHandler Create(TimeSpan lifetime)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.ForwardProxy is not null,
            Proxy = options.ForwardProxy is { } proxy ? new FixedProxy(proxy) : null,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = lifetime,
            ResponseDrainTimeout = DrainTimeout,
            ConnectCallback = _policy is null ? connector.ConnectAsync : connector.ConnectForTlsAsync,
            PlaintextStreamFilter = static (context, _) => new ValueTask<Stream>(new KeptConnectionStream(context.PlaintextStream)),
        };
        if (_policy is not null)
            handler.SslOptions.CertificateChainPolicy = _policy;
        return handler;
    }
}
