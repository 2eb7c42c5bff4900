using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Transport;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClaudeCodeProxy.Server;

/// <summary>A proxy that is listening.</summary>
internal sealed class ProxyServer : IAsyncDisposable
{
    /// <summary>How long requests that are cut by the shutdown have to tell their clients so.</summary>
    private static readonly TimeSpan CutRequestsTime = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _kestrel;
    private readonly ProxyApplication _application;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly QuietCollector _collector = new();

    private ProxyServer(ProxyOptions options, ServerServices parts)
    {
        _application = new ProxyApplication(options, parts, _shutdown.Token);
        var kestrel = new OptionsWrapper<KestrelServerOptions>(Configure(options));
        _kestrel = new KestrelServer(kestrel, new SocketListenerFactory(), NullLoggerFactory.Instance);
    }

    /// <summary>What requests are served by that begin now.</summary>
    public Generation Newest => _application.Newest;

    /// <summary>Where it listens; the port is the real one when 0 was asked for.</summary>
    public Uri Url => new(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Throws <see cref="IOException"/> when the address is already in use.</summary>
    public static async Task<ProxyServer> StartAsync(ProxyOptions options, ServerServices parts)
    {
        var server = new ProxyServer(options, parts);
        await server._kestrel.StartAsync(server._application, CancellationToken.None);
        return server;
    }

    /// <summary>
    /// Serves by other options from now on: keys, models, upstreams and limits. Requests under way go on as they began. Where it listens and how many
    /// connections it takes was decided at the start. One call at a time. Throws a <c>ConfigurationException</c>, and then changes nothing.
    /// </summary>
    public void Reload(ProxyOptions options) => _application.Reload(options);

    /// <summary>Takes no more connections, lets requests under way end, and cuts those that take longer than the timeout.</summary>
    public async Task StopAsync()
    {
        var timeout = Newest.Options.ShutdownTimeout;
        using var deadline = new CancellationTokenSource(timeout + CutRequestsTime);
        _shutdown.CancelAfter(timeout);
        await _kestrel.StopAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _shutdown.CancelAsync();
        await StopAsync();
        _collector.Dispose();
        _kestrel.Dispose();
        _application.Dispose();
        _shutdown.Dispose();
    }

    private static KestrelServerOptions Configure(ProxyOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false, AllowResponseHeaderCompression = false };
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        // The endpoints have their own limit, whose error is Anthropic's.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(new IPEndPoint(options.Listen.Host, options.Listen.Port), listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }
}
