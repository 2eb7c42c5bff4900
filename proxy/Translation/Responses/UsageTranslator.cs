using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>Turns an upstream's token counts into Anthropic's, where cached input is counted separately.</summary>
internal static class UsageTranslator
{
    public static Usage Translate(UpstreamUsage usage) => new(
        Math.Max(0, usage.PromptTokens - usage.CachedTokens - usage.CacheWriteTokens),
        usage.CacheWriteTokens,
        usage.CachedTokens,
        usage.CompletionTokens,
        usage.ReasoningTokens);

    /// <summary>For an upstream that counted nothing: clients compact their context by these numbers, so a guess beats 0.</summary>
    public static Usage Estimate(ResponseContext context, int outputBytes) =>
        new(context.EstimatedInputTokens, 0, 0, TokenEstimate.OutputTokens(outputBytes), 0);
}
