namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>What an upstream's error is about, where its status does not tell.</summary>
internal static class ProblemTopics
{
    private static readonly string[] Money =
    [
        "exceeded your current quota", "billing", "spend limit", "spending limit", "budget", "insufficient balance", "insufficient credit",
        "out of credits", "arrears", "余额不足",
    ];

    private static readonly string[] Keys = ["key", "keys", "token", "tokens", "credential", "credentials", "authorization"];

    private static readonly string[] Contents = ["moderation", "flagged", "safety", "policy", "region", "country", "territory", "location"];

    /// <summary>Azure's, Google's and OpenRouter's models are deployments and endpoints.</summary>
    private static readonly string[] Models = ["model", "deployment", "endpoints found", "providers are available"];

    /// <summary>The HTTP status that a problem inside a response would have had, by the usual codes and types and MiniMax's numbers.</summary>
    public static int FindStatus(UpstreamProblem problem) => problem switch
    {
        _ when problem.IsKind("rate_limit", "insufficient_quota", "resource_exhausted") || problem.HasCode("429", "1002", "1041") => 429,
        _ when problem.IsKind("overloaded", "unavailable") || problem.HasCode("503", "529") => 529,
        _ when problem.IsKind("authentication", "invalid_api_key") || problem.HasCode("401", "1004", "2049") => 401,
        _ when problem.HasCode("402", "1008") => 402,
        _ when problem.IsKind("permission") || problem.HasCode("403") => 403,
        _ when problem.IsKind("invalid_prompt", "image_", "_image") => 400,
        _ when problem.IsKind("not_found") || problem.HasCode("404") => 404,
        _ when problem.IsKind("invalid_request", "invalid_argument") || problem.HasCode("400", "1026", "1027", "2013") => 400,
        _ when problem.IsKind("timeout") || problem.HasCode("408", "504") => 504,
        _ => 502,
    };

    /// <summary>llama-server says so with a 500, which clients would repeat.</summary>
    public static bool IsImages(UpstreamProblem problem) => problem.HasAny("image input is not supported");

    /// <summary>Waiting does not help: somebody has to pay or to raise a limit. A quota that refills within moments does not count.</summary>
    public static bool IsMoney(UpstreamProblem problem) =>
        !problem.HasAny("retry in", "try again in") && (problem.IsKind("insufficient_quota", "billing") || problem.HasAny(Money));

    /// <summary>Waiting does not help: the one request is more than a minute's tokens.</summary>
    public static bool IsTooLarge(UpstreamProblem problem) => problem.HasAny("request too large");

    /// <summary>A model, a place or what was said, and not a key.</summary>
    public static bool IsContent(UpstreamProblem problem) =>
        !Phrases.HasWord(problem.Message, Keys) && (IsModel(problem) || problem.IsKind(Contents) || problem.HasAny(Contents));

    public static bool IsModel(UpstreamProblem problem) => problem.IsKind(Models) || problem.HasAny(Models);
}
