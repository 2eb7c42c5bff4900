using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Upstream;

/// <summary>All upstreams of the configuration, each with connections and a key of its own.</summary>
internal sealed class Upstreams : IDisposable
{
    private readonly UpstreamClient _standard;
    private readonly Dictionary<string, UpstreamClient> _named = new(StringComparer.Ordinal);

    /// <param name="onRepeat">Is told an upstream's name when a request is sent to it again.</param>
    public Upstreams(ProxyOptions options, Action<string> onRepeat)
    {
        _standard = new UpstreamClient(options.Upstream, onRepeat: onRepeat);
        foreach (var provider in options.Providers)
            _named.Add(provider.Id, new UpstreamClient(provider, onRepeat: onRepeat));
    }

    public IEnumerable<UpstreamClient> All => _named.Values.Prepend(_standard);

    public UpstreamClient Find(Route route) => route.Upstream.Length == 0 ? _standard : _named[route.Upstream];

    public void Dispose()
    {
        _standard.Dispose();
        foreach (var upstream in _named.Values)
            upstream.Dispose();
    }
}
