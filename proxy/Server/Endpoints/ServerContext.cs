using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What all endpoints share for as long as the server runs.</summary>
/// <param name="Shutdown">Cancels the requests that are still under way when the server must end.</param>
internal sealed record ServerContext(ProxyOptions Options, Upstreams Upstreams, ServerServices Services, CancellationToken Shutdown)
{
    public ModelRouter Router { get; } = new(Options);
}
