namespace ClaudeCodeProxy.Providers;

/// <summary>The names of <see cref="RequestOption"/>s: OpenAI's own, as errors, the configuration and <c>x-proxy-degraded</c> say them.</summary>
internal static class RequestOptions
{
    public static (RequestOption Option, string Name)[] All { get; } =
    [
        (RequestOption.Temperature, "temperature"),
        (RequestOption.TopP, "top_p"),
        (RequestOption.Stop, "stop"),
        (RequestOption.Stream, "stream"),
        (RequestOption.StreamOptions, "stream_options"),
        (RequestOption.ParallelToolCalls, "parallel_tool_calls"),
        (RequestOption.User, "user"),
        (RequestOption.PromptCacheKey, "prompt_cache_key"),
        (RequestOption.ServiceTier, "service_tier"),
        (RequestOption.Reasoning, "reasoning"),
        (RequestOption.ReasoningSummary, "reasoning.summary"),
        (RequestOption.EncryptedReasoning, "reasoning.encrypted_content"),
        (RequestOption.ReasoningContent, "reasoning_content"),
        (RequestOption.OutputSchema, "response_format"),
        (RequestOption.MaxTokens, "max_tokens"),
        (RequestOption.MaxCompletionTokens, "max_completion_tokens"),
        (RequestOption.NamedToolChoice, "tool_choice.function"),
        (RequestOption.ForcedToolChoice, "tool_choice.required"),
        (RequestOption.ToolChoice, "tool_choice"),
        (RequestOption.Strict, "strict"),
        (RequestOption.Store, "store"),
    ];

    public static RequestOption? Find(string name)
    {
        foreach (var (option, known) in All)
        {
            if (known == name)
                return option;
        }

        return null;
    }

    /// <summary>The names of all that are set.</summary>
    public static string Describe(RequestOption options) =>
        string.Join(", ", All.Where(known => (options & known.Option) != 0).Select(static known => known.Name));
}
