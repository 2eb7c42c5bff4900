namespace ClaudeCodeProxy.Providers;

/// <summary>The names of <see cref="RequestOption"/>s: OpenAI's own, as errors, the configuration and <c>x-proxy-degraded</c> say them.</summary>
internal static class RequestOptions
{
    public static OptionName[] All { get; } =
    [
        new(RequestOption.Temperature, "temperature"),
        new(RequestOption.TopP, "top_p"),
        new(RequestOption.Stop, "stop"),
        new(RequestOption.Stream, "stream"),
        new(RequestOption.StreamOptions, "stream_options"),
        new(RequestOption.ParallelToolCalls, "parallel_tool_calls"),
        new(RequestOption.User, "user"),
        new(RequestOption.PromptCacheKey, "prompt_cache_key"),
        new(RequestOption.ServiceTier, "service_tier"),
        new(RequestOption.Reasoning, "reasoning"),
        new(RequestOption.ReasoningSummary, "reasoning.summary"),
        new(RequestOption.EncryptedReasoning, "reasoning.encrypted_content"),
        new(RequestOption.ReasoningContent, "reasoning_content"),
        new(RequestOption.OutputSchema, "response_format"),
        new(RequestOption.MaxTokens, "max_tokens"),
        new(RequestOption.MaxCompletionTokens, "max_completion_tokens"),
        new(RequestOption.NamedToolChoice, "tool_choice.function"),
        new(RequestOption.ForcedToolChoice, "tool_choice.required"),
        new(RequestOption.ToolChoice, "tool_choice"),
        new(RequestOption.Strict, "strict"),
        new(RequestOption.Store, "store"),
    ];

    public static RequestOption? Find(string name)
    {
        foreach (var known in All)
        {
            if (known.Name == name)
                return known.Option;
        }

        return null;
    }

    /// <summary>The names of all that are set.</summary>
    public static string Describe(RequestOption options) =>
        string.Join(", ", All.Where(known => (options & known.Option) != 0).Select(static known => known.Name));
}
