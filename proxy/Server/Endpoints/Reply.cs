using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A response whose status is known, and what ends it.</summary>
internal sealed class Reply(Route route, UpstreamResponse response, RequestLifetime lifetime) : IDisposable
{
    private const int MaxBytes = 64 << 20;

    public Route Route => route;

    public UpstreamResponse Response => response;

    public RequestLifetime Lifetime => lifetime;

    /// <summary>Reads the rest of the body; false when it is larger than the limit.</summary>
    public ValueTask<bool> ReadAsync(PooledBuffer into, int limit = MaxBytes) =>
        response.ReadWholeBodyAsync(into, limit, lifetime.Touch);

    public static ApiErrorException TooLarge() => new(ApiError.BadGateway("The upstream's response is too large.", isLasting: true));

    public void Dispose()
    {
        response.Dispose();
        lifetime.Dispose();
    }
}
