using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A request that goes to Anthropic's own API as it is.</summary>
internal sealed class PassthroughCall(Route route) : UpstreamCall(route);
