namespace ClaudeCodeProxy.Anthropic.Errors;

/// <summary>An error as Anthropic's API reports it: an HTTP status, one of its documented types, and a message.</summary>
internal sealed class ApiError
{
    private ApiError(int status, string type, string message) => (Status, Type, Message) = (status, type, message);

    public int Status { get; }

    public string Type { get; }

    public string Message { get; }

    /// <summary>To try again changes nothing; unless told so, Claude Code repeats a refused key for three minutes before it says a word.</summary>
    public bool IsLasting { get; init; }

    /// <summary>It is about the account with the upstream, and not about the request.</summary>
    public bool IsOfAccount { get; private init; }

    /// <summary>When it makes sense to try again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public ApiError OfAccount() => new(Status, Type, Message) { IsLasting = IsLasting, IsOfAccount = true };

    public ApiError After(TimeSpan wait) => new(Status, Type, Message) { IsLasting = IsLasting, IsOfAccount = IsOfAccount, RetryAfter = wait };

    public static ApiError InvalidRequest(string message) => new(400, "invalid_request_error", message);

    public static ApiError Authentication(string message) => new(401, "authentication_error", message) { IsLasting = true };

    public static ApiError Billing(string message) => new(402, "billing_error", message) { IsLasting = true };

    public static ApiError Permission(string message) => new(403, "permission_error", message);

    public static ApiError NotFound(string message) => new(404, "not_found_error", message);

    public static ApiError MethodNotAllowed(string message) => new(405, "invalid_request_error", message);

    public static ApiError Conflict(string message) => new(409, "conflict_error", message);

    public static ApiError TooLarge(string message) => new(413, "request_too_large", message);

    public static ApiError UnsupportedCoding(string message) => new(415, "invalid_request_error", message);

    public static ApiError RateLimit(string message, bool isLasting = false) =>
        new(429, "rate_limit_error", message) { IsLasting = isLasting };

    public static ApiError Internal(string message) => new(500, "api_error", message);

    public static ApiError BadGateway(string message, bool isLasting = false) => new(502, "api_error", message) { IsLasting = isLasting };

    public static ApiError Timeout(string message) => new(504, "timeout_error", message);

    public static ApiError Overloaded(string message) => new(529, "overloaded_error", message);
}
