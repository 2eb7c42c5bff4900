using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Turns an upstream's error response into Anthropic's error. The upstream's own words are kept only where clients act on them, without
/// keys, hosts and accounts.
/// </summary>
internal static class UpstreamErrorTranslator
{
    /// <summary>For errors whose upstream is not known: the default one, which most have alone.</summary>
    private static readonly Route Standard = new(Provider.Unknown, "", "");

    /// <param name="body">Of any kind and length; what cannot be read gives no reason.</param>
    public static ApiError Translate(int status, ReadOnlySpan<byte> body, Route? route = null) =>
        Translate(status, UpstreamProblem.Read(body), route ?? Standard);

    /// <summary>Of an error inside a response whose status was 200.</summary>
    public static ApiError TranslateInResponse(ReadOnlySpan<byte> response, Route? route = null)
    {
        var problem = UpstreamProblem.Read(response);
        return Translate(problem.Status, problem, route ?? Standard);
    }

    private static ApiError Translate(int status, UpstreamProblem problem, Route route)
    {
        if (CanBeOverflow(status) && ContextOverflow.Describe(problem) is { } overflow)
            return ApiError.InvalidRequest(overflow);
        if (problem.IsAboutImages)
            return ApiError.InvalidRequest($"The upstream's model takes no images: {Redaction.Redact(problem.Message)}");
        var reason = Redaction.Redact(problem.Message);
        var keyAdvice = $"check {route.KeyVariable} where the proxy runs. Your key for the proxy is fine.";
        return status switch
        {
            400 or 422 => ApiError.InvalidRequest($"The upstream refused the request: {reason}"),
            401 => ApiError.Authentication($"The upstream refused the proxy's own key (401): {keyAdvice}"),
            402 => ApiError.Billing("The upstream wants payment for the proxy's account (402)."),
            403 => ApiError.Permission($"The upstream forbids this to the proxy's own key (403): {keyAdvice}"),
            404 => ApiError.NotFound(
                $"The upstream knows no such model or path (404): {reason} Check {route.UrlVariable}, the ANTHROPIC_DEFAULT_*_MODEL variables and " +
                    "PROXY_MODEL_MAP of the proxy."),
            409 => ApiError.Conflict($"The upstream reports a conflict: {reason}"),
            413 => ApiError.TooLarge("The upstream takes no request of this size (413)."),
            429 when problem.IsAboutMoney => OutOfCredit(reason),
            429 => ApiError.RateLimit($"The upstream's rate limit is reached: {reason}"),
            503 or 529 => ApiError.Overloaded($"The upstream is overloaded ({status})."),
            408 or 504 => ApiError.Timeout($"The upstream took too long ({status})."),
            500 => ApiError.Internal("The upstream failed (500)."),
            _ => ApiError.BadGateway($"The upstream failed ({status})."),
        };
    }

    private static ApiError OutOfCredit(string reason) =>
        ApiError.RateLimit($"The proxy's account with the upstream has used up its quota or credit (429): {reason}") with { IsLasting = true };

    /// <summary>An account's limits are told in words that a prompt's are told in too.</summary>
    private static bool CanBeOverflow(int status) => status is not (401 or 402 or 403 or 404 or 429);
}
