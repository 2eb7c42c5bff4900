namespace ClaudeCodeProxy.Providers;

/// <summary>Parts of a request that some provider or model refuses, so that they have to be left out or said in another way.</summary>
[Flags]
internal enum RequestOption
{
    None = 0,
    Temperature = 1 << 0,
    TopP = 1 << 1,
    Stop = 1 << 2,

    /// <summary>A response in pieces; without it the whole response comes at once.</summary>
    Stream = 1 << 3,
    StreamOptions = 1 << 4,
    ParallelToolCalls = 1 << 5,
    User = 1 << 6,
    PromptCacheKey = 1 << 7,
    ServiceTier = 1 << 8,

    /// <summary>Every member that speaks of thinking.</summary>
    Reasoning = 1 << 9,
    ReasoningSummary = 1 << 10,

    /// <summary>Reasoning of earlier turns in encrypted form.</summary>
    EncryptedReasoning = 1 << 11,

    /// <summary>Reasoning of earlier turns as <c>reasoning_content</c>.</summary>
    ReasoningContent = 1 << 12,

    /// <summary>A JSON schema for the response; the model is told of it in words instead.</summary>
    OutputSchema = 1 << 13,

    /// <summary><c>max_tokens</c>; <c>max_completion_tokens</c> stands for it.</summary>
    MaxTokens = 1 << 14,

    /// <summary><c>max_completion_tokens</c>; <c>max_tokens</c> stands for it.</summary>
    MaxCompletionTokens = 1 << 15,

    /// <summary>A tool that must be called, by its name; <c>required</c> with that tool alone stands for it.</summary>
    NamedToolChoice = 1 << 16,

    /// <summary>That any tool must be called.</summary>
    ForcedToolChoice = 1 << 17,

    /// <summary>Every choice among tools.</summary>
    ToolChoice = 1 << 18,

    /// <summary><c>strict</c> on tools.</summary>
    Strict = 1 << 19,

    /// <summary><c>store</c>, with which the Responses API is told to keep nothing.</summary>
    Store = 1 << 20,
}
