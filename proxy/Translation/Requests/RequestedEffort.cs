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
    public static RequestedEffort? FromRequest(MessagesRequest request)
    {
        if (request.Thinking is { Kind: ThinkingKind.Disabled })
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
        if (!route.Reasoning && !ModelEfforts.IsGptOss(route.UpstreamModel))
            return null;
        var hasTools = request.Tools.Any(static tool => tool.IsFunction);
        if (hasTools && route is { Api: Api.ChatCompletions, RefusesEffortWithTools: true })
            return EffortLevel.None;
        return Level.Nearest(ModelEfforts.Find(route.UpstreamModel));
    }

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
