using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>What the client asked of the model's thinking, by <c>thinking</c> and <c>output_config.effort</c> together.</summary>
/// <param name="Level">None when thinking is switched off.</param>
/// <param name="Budget">The most tokens to think with; 0 when the client named none, or an effort too.</param>
internal readonly record struct RequestedEffort(EffortLevel Level, int Budget)
{
    private const int LowBudget = 4096;
    private const int MediumBudget = 16384;

    public bool IsOff => Level == EffortLevel.None;

    /// <summary>Null when the client asked for nothing.</summary>
    public static RequestedEffort? FromRequest(MessagesRequest request, Route route)
    {
        if (request.Thinking is { Kind: ThinkingKind.Disabled } || MustNotThink(request, route))
            return new RequestedEffort(EffortLevel.None, 0);
        if (!request.Effort.IsEmpty)
            return new RequestedEffort(Named(request), 0);
        return request.Thinking switch
        {
            null => null,
            { Kind: ThinkingKind.Enabled, BudgetTokens: var budget and > 0 } => new RequestedEffort(Spending(budget), budget),
            _ => new RequestedEffort(EffortLevel.Medium, 0),
        };
    }

    /// <summary>The level in OpenAI's form; null for a model that takes no effort.</summary>
    public EffortLevel? ForOpenAI(MessagesRequest request, Route route)
    {
        var known = route.Efforts;
        if (route.Api == Api.Responses)
            return Level.Nearest(known);
        if (route.Traits.ChatTakesToolsWithoutEffort == true && request.Tools.Any(static tool => tool.IsFunction))
            return known.Contains(EffortLevel.None) ? EffortLevel.None : null;
        // Only the Responses API knows the highest level.
        return (Level > EffortLevel.XHigh ? EffortLevel.XHigh : Level).Nearest(known);
    }

    /// <summary>The client insists on a call, which the model refuses while it thinks.</summary>
    public static bool MustNotThink(MessagesRequest request, Route route) =>
        route.Traits.ThinksOnlyWithFreeChoice == true && request.ToolChoice is { Kind: ToolChoiceKind.Any or ToolChoiceKind.Tool };

    /// <summary>A level that Anthropic may add later counts as high, which is its default.</summary>
    private static EffortLevel Named(MessagesRequest request)
    {
        for (var level = EffortLevel.None; level <= EffortLevel.Max; level++)
        {
            if (request.Effort.Is(request.Body.Span, level.Name()))
                return level;
        }

        return EffortLevel.High;
    }

    private static EffortLevel Spending(int budget) => budget switch
    {
        <= LowBudget => EffortLevel.Low,
        <= MediumBudget => EffortLevel.Medium,
        _ => EffortLevel.High,
    };
}
