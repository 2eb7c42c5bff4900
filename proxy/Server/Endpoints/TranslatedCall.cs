using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What is kept of a request that its upstream has taken, until the client has its response.</summary>
/// <param name="promptTexts">Estimated tokens of the prompt's texts; 0 where a truncated prompt is not looked for.</param>
internal sealed class TranslatedCall(ResponseContext context, bool isStream, int promptTexts)
{
    public Route Route => context.Route;

    public ResponseContext Context => context;

    public bool IsStream => isStream;

    public int PromptTexts => promptTexts;
}
