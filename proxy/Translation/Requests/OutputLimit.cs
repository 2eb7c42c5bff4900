using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>How many output tokens the upstream is asked for at most.</summary>
internal static class OutputLimit
{
    /// <param name="least">A request for fewer is refused.</param>
    public static int Find(MessagesRequest request, Route route, int least, Degradation lost)
    {
        var wanted = request.MaxTokens ?? 0;
        if (wanted > route.Traits.MaxOutputTokens)
            lost.Fit("max_tokens");
        return Math.Max(least, Math.Min(wanted, route.Traits.MaxOutputTokens ?? int.MaxValue));
    }
}
