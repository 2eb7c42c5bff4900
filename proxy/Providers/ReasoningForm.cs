namespace ClaudeCodeProxy.Providers;

/// <summary>How a provider is told to think.</summary>
internal enum ReasoningForm
{
    /// <summary><c>reasoning_effort</c>, for models known to reason; others refuse it with 400.</summary>
    Effort,

    /// <summary><c>reasoning_effort</c> for any model: the server knows which one thinks.</summary>
    EffortIfAsked,

    /// <summary><c>reasoning</c> with one of <c>effort</c>, <c>max_tokens</c> and <c>enabled</c>.</summary>
    OpenRouter,

    /// <summary><c>thinking.type</c>, and <c>reasoning_effort</c> low, high or max.</summary>
    DeepSeek,

    /// <summary><c>thinking.type</c>, which only some models let be disabled.</summary>
    Moonshot,

    /// <summary><c>reasoning_effort</c>, with <c>none</c> for few models.</summary>
    Gemini,
}
