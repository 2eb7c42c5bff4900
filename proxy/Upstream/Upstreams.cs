using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Upstream;

/// <summary>All upstreams of the configuration, each with connections, keys and health of its own.</summary>
internal sealed class Upstreams : IDisposable
{
    private readonly (UpstreamClient Client, UpstreamHealth Health) _standard;
    private readonly Dictionary<string, (UpstreamClient Client, UpstreamHealth Health)> _named = new(StringComparer.Ordinal);

    /// <param name="onRepeat">Is told an upstream's name when a request is sent to it again.</param>
    public Upstreams(ProxyOptions options, TimeProvider clock, Action<string> onRepeat)
    {
        _standard = Create(options.Upstream);
        foreach (var provider in options.Providers)
            _named.Add(provider.Id, Create(provider));

        (UpstreamClient, UpstreamHealth) Create(UpstreamOptions upstream) =>
            (new UpstreamClient(upstream, onRepeat: onRepeat), new UpstreamHealth(clock, FixedHeaders.Credentials(upstream)));
    }

    public IEnumerable<(UpstreamClient Client, UpstreamHealth Health)> All => _named.Values.Prepend(_standard);

    public UpstreamClient Find(Route route) => Entry(route).Client;

    public UpstreamHealth HealthOf(Route route) => Entry(route).Health;

    public void Dispose()
    {
        foreach (var (client, _) in All)
            client.Dispose();
    }

    private (UpstreamClient Client, UpstreamHealth Health) Entry(Route route) => route.Upstream.Length == 0 ? _standard : _named[route.Upstream];
}
