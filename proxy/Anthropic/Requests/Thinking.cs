namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Whether the model should think before it responds.</summary>
/// <param name="budgetTokens">The most tokens to think with, for <see cref="ThinkingKind.Enabled"/>.</param>
internal sealed class Thinking(ThinkingKind kind, int budgetTokens)
{
    public ThinkingKind Kind => kind;

    public int BudgetTokens => budgetTokens;

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
