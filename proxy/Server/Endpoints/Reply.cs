using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A response whose status is known, the request that it belongs to, and what ends both.</summary>
internal readonly record struct Reply(UpstreamRequest Request, UpstreamResponse Response, RequestLifetime Lifetime)
{
    private const int MaxBytes = 64 << 20;

    /// <summary>Reads the rest of the body; false when it is larger than the limit.</summary>
    public ValueTask<bool> ReadAsync(PooledBuffer into, int limit = MaxBytes) =>
        Response.ReadWholeBodyAsync(into, limit, Lifetime.Touch, Lifetime.Token);

    public static ApiErrorException TooLarge() => new(ApiError.BadGateway("The upstream's response is too large."));
}
