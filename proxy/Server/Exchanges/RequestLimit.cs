using ClaudeCodeProxy.Anthropic.Errors;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Counts the requests that are being served, and refuses those that are too many before their bodies are read.</summary>
internal sealed class RequestLimit(int most)
{
    private const string RetryAfterSeconds = "5";

    private int _count;

    /// <summary>How many are served at once.</summary>
    public int Most { get; set; } = most;

    /// <summary>Throws an error of status 529 when all places are taken; else <see cref="Leave"/> must follow.</summary>
    public void Enter(Exchange exchange)
    {
        if (Interlocked.Increment(ref _count) <= Most)
            return;
        Leave();
        exchange.ResponseHeaders.RetryAfter = RetryAfterSeconds;
        throw new ApiErrorException(ApiError.Overloaded($"The proxy is serving {Most} requests, its most (PROXY_MAX_REQUESTS). Try again later."));
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
