using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What is kept of a client's request until it has its response; the body itself is given up.</summary>
internal abstract class UpstreamCall(Route route)
{
    public Route Route => route;
}
