namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>What a client wants to see of the model's thinking (<c>thinking.display</c>).</summary>
internal enum ThinkingDisplay
{
    Summarized,

    /// <summary>Blocks without words; only what the provider wants back is in them.</summary>
    Omitted,

    /// <summary>Short reports of progress between calls of tools, as text; the thinking itself is omitted.</summary>
    Updates,
}
