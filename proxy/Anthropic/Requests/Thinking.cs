namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Whether the model should think before it responds.</summary>
/// <param name="BudgetTokens">The most tokens to think with, for <see cref="ThinkingKind.Enabled"/>.</param>
internal sealed record Thinking(ThinkingKind Kind, int BudgetTokens)
{
    public ThinkingDisplay Display { get; init; }
}

/// <summary>The forms of <c>thinking</c>.</summary>
internal enum ThinkingKind
{
    Disabled,
    Adaptive,

    /// <summary>Before the response and between calls of tools.</summary>
    BetweenTools,
    Enabled,
}
