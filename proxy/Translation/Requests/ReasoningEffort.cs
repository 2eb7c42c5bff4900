using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>How hard a reasoning model shall think, in OpenAI's words, from what the client asked in Anthropic's.</summary>
internal static class ReasoningEffort
{
    private const int LowBudget = 4096;
    private const int MediumBudget = 16384;

    /// <summary>Empty when the client asked for nothing. Every reasoning model knows low, medium and high; no other level is sent.</summary>
    public static ReadOnlySpan<byte> Of(MessagesRequest request)
    {
        var source = request.Body.Span;
        if (request.Thinking is { Kind: ThinkingKind.Disabled }) return "low"u8;
        if (request.Effort.Is(source, "low"u8)) return "low"u8;
        if (request.Effort.Is(source, "medium"u8)) return "medium"u8;
        if (!request.Effort.IsEmpty) return "high"u8;
        return request.Thinking switch
        {
            null => default,
            { Kind: ThinkingKind.Enabled, BudgetTokens: <= LowBudget } => "low"u8,
            { Kind: ThinkingKind.Enabled, BudgetTokens: > MediumBudget } => "high"u8,
            _ => "medium"u8,
        };
    }
}
