using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Upstream;

/// <summary>A call to an upstream: what its body is and which path of the route's protocol it goes to.</summary>
/// <param name="body">JSON, in the protocol that <see cref="Route.Api"/> names.</param>
internal sealed class UpstreamRequest(Route route, ReadOnlyMemory<byte> body)
{
    public Route Route => route;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Appended to the protocol's own path, as <c>/count_tokens</c> is to <c>/v1/messages</c>.</summary>
    public string SubPath { get; init; } = "";

    /// <summary>The header that carries the upstream's key; null where it has none.</summary>
    public KeyValuePair<string, string>? Credential { get; init; }

    /// <summary>Headers of the client that the upstream should see. They never replace the proxy's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
