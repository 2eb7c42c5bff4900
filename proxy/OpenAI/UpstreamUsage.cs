namespace ClaudeCodeProxy.OpenAI;

/// <summary>Tokens that a response took; the prompt's include the cached ones, the completion's the reasoning.</summary>
internal readonly record struct UpstreamUsage(int PromptTokens, int CompletionTokens, int CachedTokens, int CacheWriteTokens, int ReasoningTokens);
