namespace ClaudeCodeProxy.Providers;

/// <summary>The kinds of upstreams whose dialects differ; <see cref="Dialect"/> says how.</summary>
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

    /// <summary>Anthropic itself, to which requests are passed through.</summary>
    Anthropic,
}
