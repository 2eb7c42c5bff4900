using ClaudeCodeProxy.Anthropic.Errors;

namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>Why an upstream did not serve a request, and what may help: to wait, another key, another model.</summary>
internal sealed class UpstreamFault
{
    private UpstreamFault(ApiError error, int status) => (Error, Status) = (error, status);

    /// <summary>What the client is told when nothing helps.</summary>
    public ApiError Error { get; }

    /// <summary>The upstream's; 0 where it gave none.</summary>
    public int Status { get; }

    /// <summary>How long the upstream wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The same request may succeed in a moment.</summary>
    public bool MayPass { get; private init; }

    /// <summary>It is the upstream that fails, and not this request.</summary>
    public bool IsOfUpstream { get; private init; }

    /// <summary>With another key it may succeed.</summary>
    public bool IsOfKey => Error.IsOfAccount;

    /// <summary>Another model may serve the request: errors that tell the operator to correct something are not hidden by one.</summary>
    public bool MayFallBack { get; private init; }

    /// <summary>There was no response, or it broke off.</summary>
    public static UpstreamFault OfConnection(ApiError error, bool mayPass) =>
        new(error, 0) { MayPass = mayPass, IsOfUpstream = mayPass, MayFallBack = mayPass };

    /// <summary>A response with another status than 200.</summary>
    /// <param name="isFinal">The upstream says that asking again is in vain.</param>
    public static UpstreamFault OfStatus(int status, ApiError error, TimeSpan? retryAfter, bool isFinal)
    {
        var passes = IsPassing(status) && IsPassing(error);
        return new UpstreamFault(error, status)
        {
            RetryAfter = retryAfter,
            MayPass = passes && !isFinal,
            IsOfUpstream = passes && status >= 500,
            MayFallBack = passes || IsSpent(error),
        };
    }

    /// <summary>An error where a response should be, with the status 200: the upstream itself is there.</summary>
    public static UpstreamFault InResponse(ApiError error) =>
        new(error, 200) { MayPass = IsPassing(error), MayFallBack = IsPassing(error) || IsSpent(error) };

    public UpstreamFault After(TimeSpan wait) =>
        new(Error, Status) { RetryAfter = wait, MayPass = MayPass, IsOfUpstream = IsOfUpstream, MayFallBack = MayFallBack };

    private static bool IsPassing(ApiError error) => !error.IsLasting && error.Status is (429 or 500 or 502 or 504 or 529);

    /// <summary>From 520 on they are Cloudflare's, whose origin did not respond.</summary>
    private static bool IsPassing(int status) => status is 408 or 429 or 500 or 502 or 503 or 504 or (>= 520 and <= 524) or 529;

    private static bool IsSpent(ApiError error) => error.Status is 402 or 429;
}
