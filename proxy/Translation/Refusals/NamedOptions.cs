using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>Finds the options that an error says it does not know or support.</summary>
internal static class NamedOptions
{
    /// <summary>Other names of options, as upstreams say them.</summary>
    private static readonly (RequestOption Option, string Name)[] Aliases =
    [
        (RequestOption.ReasoningSummary, "reasoning summaries"),
        (RequestOption.EncryptedReasoning, "encrypted content"),
        (RequestOption.EncryptedReasoning, "include"),
        (RequestOption.OutputSchema, "text.format"),
        (RequestOption.OutputSchema, "json_schema"),
        (RequestOption.Stream, "stream this model"),
    ];

    public static RequestOption Find(UpstreamProblem problem)
    {
        if (!problem.IsRefusal)
            return RequestOption.None;
        var named = RequestOption.None;
        foreach (var (option, name) in RequestOptions.All)
            named |= IsAbout(problem, name) ? option : RequestOption.None;
        foreach (var (option, name) in Aliases)
            named |= IsAbout(problem, name) ? option : RequestOption.None;
        // Told to use the one instead of the other, an upstream names both.
        if (named.HasFlag(RequestOption.MaxTokens | RequestOption.MaxCompletionTokens))
            named &= ~(problem.IsFirst("max_tokens", "max_completion_tokens") ? RequestOption.MaxCompletionTokens : RequestOption.MaxTokens);
        return named;
    }

    private static bool IsAbout(UpstreamProblem problem, string name) =>
        problem.Param.Length > 0 ? problem.IsParam(name) : problem.Names(name);
}
