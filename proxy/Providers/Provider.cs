namespace ClaudeCodeProxy.Providers;

/// <summary>The providers and servers that this proxy knows; <see cref="ProviderKind"/> says what of each.</summary>
internal enum Provider
{
    /// <summary>Any other OpenAI-compatible server.</summary>
    Unknown,
    OpenAI,
    OpenRouter,
    Ollama,
    Azure,
    DeepSeek,
    Moonshot,
    Gemini,
    VLlm,
    LmStudio,
    Mistral,

    /// <summary>Anthropic itself, to which requests are passed through.</summary>
    Anthropic,
}
