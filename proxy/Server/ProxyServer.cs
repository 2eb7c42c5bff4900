using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Transport;
using ClaudeCodeProxy.Upstream;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClaudeCodeProxy.Server;

/// <summary>A proxy that is listening.</summary>
internal sealed class ProxyServer : IAsyncDisposable
{
    /// <summary>How long requests that are cut by the shutdown have to tell their clients so.</summary>
    private static readonly TimeSpan CutRequestsTime = TimeSpan.FromMilliseconds(300);

    private readonly ProxyOptions _options;
    private readonly Upstreams _upstreams;
    private readonly KestrelServer _kestrel;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly QuietCollector _collector = new();

    private ProxyServer(ProxyOptions options, Upstreams upstreams, KestrelServer kestrel) =>
        (_options, _upstreams, _kestrel) = (options, upstreams, kestrel);

    /// <summary>Where it listens; the port is the real one when 0 was asked for.</summary>
    public Uri Url => new(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Throws <see cref="IOException"/> when the address is already in use.</summary>
    public static async Task<ProxyServer> StartAsync(ProxyOptions options, ServerServices parts)
    {
        var upstreams = new Upstreams(options, parts.Clock, parts.Log.Repeated);
        var kestrel = new KestrelServer(Options.Create(Configure(options)), new SocketListenerFactory(), NullLoggerFactory.Instance);
        var server = new ProxyServer(options, upstreams, kestrel);
        await kestrel.StartAsync(new ProxyApplication(options, upstreams, parts, server._shutdown.Token), CancellationToken.None);
        return server;
    }

    /// <summary>Takes no more connections, lets requests under way end, and cuts those that take longer than the timeout.</summary>
    public async Task StopAsync()
    {
        using var deadline = new CancellationTokenSource(_options.ShutdownTimeout + CutRequestsTime);
        _shutdown.CancelAfter(_options.ShutdownTimeout);
        await _kestrel.StopAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _shutdown.CancelAsync();
        await StopAsync();
        _collector.Dispose();
        _kestrel.Dispose();
        _upstreams.Dispose();
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
