using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A response whose status is known, the request that it belongs to, and what ends both.</summary>
internal readonly struct Reply(UpstreamRequest request, UpstreamResponse response, RequestLifetime lifetime)
{
    private const int MaxBytes = 64 << 20;

    public UpstreamRequest Request { get; } = request;

    public UpstreamResponse Response { get; } = response;

    public RequestLifetime Lifetime { get; } = lifetime;

    /// <summary>Reads the rest of the body; false when it is larger than the limit.</summary>
    public ValueTask<bool> ReadAsync(PooledBuffer into, int limit = MaxBytes) =>
        Response.ReadWholeBodyAsync(into, limit, Lifetime.Touch, Lifetime.Token);

    public static ApiErrorException TooLarge() => new(ApiError.BadGateway("The upstream's response is too large."));
}
