using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>Finds the options that an error says it does not know or support.</summary>
internal static class NamedOptions
{
    /// <summary>Other names of options, as upstreams say them.</summary>
    private static readonly OptionName[] Aliases =
    [
        new(RequestOption.ReasoningSummary, "reasoning summaries"),
        new(RequestOption.EncryptedReasoning, "encrypted content"),
        new(RequestOption.EncryptedReasoning, "include"),
        new(RequestOption.OutputSchema, "text.format"),
        new(RequestOption.OutputSchema, "json_schema"),
        new(RequestOption.Stream, "stream this model"),
    ];

    public static RequestOption Find(UpstreamProblem problem)
    {
        if (!problem.IsRefusal)
            return RequestOption.None;
        var named = RequestOption.None;
        foreach (var known in RequestOptions.All)
            named |= IsAbout(problem, known.Name) ? known.Option : RequestOption.None;
        foreach (var alias in Aliases)
            named |= IsAbout(problem, alias.Name) ? alias.Option : RequestOption.None;
        // Told to use the one instead of the other, an upstream names both.
        if (named.HasFlag(RequestOption.MaxTokens | RequestOption.MaxCompletionTokens))
            named &= ~(problem.IsFirst("max_tokens", "max_completion_tokens") ? RequestOption.MaxCompletionTokens : RequestOption.MaxTokens);
        return named;
    }

    private static bool IsAbout(UpstreamProblem problem, string name) =>
        problem.Param.Length > 0 ? problem.IsParam(name) : problem.Names(name);
}
