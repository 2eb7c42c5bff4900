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

    /// <param name="status">Of a gateway whose provider failed (502) it says less than the provider's words.</param>
    /// <param name="body">Of any kind and length; what cannot be read gives no reason.</param>
    public static ApiError Translate(int status, ReadOnlySpan<byte> body, Route? route = null)
    {
        var problem = UpstreamProblem.Read(body);
        return status == 502 ? TranslateByKind(problem, route ?? Standard) : Translate(status, problem, route ?? Standard);
    }

    /// <summary>Of an error inside a response whose status was 200.</summary>
    public static ApiError TranslateInResponse(ReadOnlySpan<byte> response, Route? route = null) =>
        TranslateByKind(UpstreamProblem.Read(response), route ?? Standard);

    /// <summary>Of what stands where a response should be, with the status 200; null when it says nothing.</summary>
    public static ApiError? FindInResponse(ReadOnlySpan<byte> response, Route route)
    {
        var problem = UpstreamProblem.Read(response);
        return problem.Message.Length > 0 ? TranslateByKind(problem, route) : null;
    }

    private static ApiError TranslateByKind(UpstreamProblem problem, Route route) => Translate(ProblemTopics.FindStatus(problem), problem, route);

    private static ApiError Translate(int status, UpstreamProblem problem, Route route)
    {
        if (CanBeOverflow(status) && ContextOverflow.Describe(problem) is { } overflow)
            return ApiError.InvalidRequest(overflow);
        if (ProblemTopics.IsImages(problem))
            return ApiError.InvalidRequest($"The upstream's model takes no images: {Redaction.Redact(problem.Message)}");
        var reason = Redaction.Redact(problem.Message);
        return status switch
        {
            400 or 422 => ApiError.InvalidRequest($"The upstream refused the request: {reason}"),
            401 => ApiError.Authentication($"The upstream refused the proxy's own key (401): {KeyAdvice(route)}").OfAccount(),
            402 => ApiError.Billing($"The upstream wants payment for the proxy's account (402): {reason}").OfAccount(),
            403 when ProblemTopics.IsContent(problem) =>
                ApiError.Permission($"The upstream forbids this request (403): {AsSentence(reason)} Your key for the proxy is fine."),
            403 => ApiError.Permission($"The upstream forbids this to the proxy's own key (403): {KeyAdvice(route)}").OfAccount(),
            404 => NotFound(problem, reason, route),
            409 => ApiError.Conflict($"The upstream reports a conflict: {reason}"),
            413 => ApiError.TooLarge($"The upstream takes no request of this size (413): {reason}"),
            429 when ProblemTopics.IsMoney(problem) =>
                Lasting($"The proxy's account with the upstream has used up its quota or credit (429): {reason}").OfAccount(),
            429 when ProblemTopics.IsTooLarge(problem) => Lasting($"One request alone is more than the upstream's rate limit (429): {reason}"),
            429 => ApiError.RateLimit($"The upstream's rate limit is reached: {reason}").OfAccount(),
            503 or 529 => ApiError.Overloaded($"The upstream is overloaded ({status})."),
            408 or 504 => ApiError.Timeout($"The upstream took too long ({status})."),
            500 => ApiError.Internal("The upstream failed (500)."),
            _ => ApiError.BadGateway($"The upstream failed ({status})."),
        };
    }

    private static string AsSentence(string reason) => char.IsAsciiLetterOrDigit(reason[^1]) ? $"{reason}." : reason;

    private static string KeyAdvice(Route route) => $"check {route.KeyVariable} where the proxy runs. Your key for the proxy is fine.";

    private static ApiError NotFound(UpstreamProblem problem, string reason, Route route)
    {
        const string Models = "the ANTHROPIC_DEFAULT_*_MODEL variables and PROXY_MODEL_MAP of the proxy.";
        return ApiError.NotFound(problem switch
        {
            { Message.Length: 0 } => $"The upstream knows no such model or path (404): {reason} Check {route.UrlVariable}, {Models}",
            _ when ProblemTopics.IsModel(problem) => $"The upstream has no such model for the proxy (404): {AsSentence(reason)} Check {Models}",
            { Param.Length: > 0 } => $"The upstream does not find what the request names (404): {reason}",
            _ => $"The upstream knows no such path (404): {AsSentence(reason)} Check {route.UrlVariable} of the proxy.",
        });
    }

    /// <summary>Of a limit that waiting does not help with.</summary>
    private static ApiError Lasting(string message) => ApiError.RateLimit(message, isLasting: true);

    /// <summary>An account's limits are told in words that a prompt's are told in too.</summary>
    private static bool CanBeOverflow(int status) => status is not (401 or 402 or 403 or 404 or 429);
}
