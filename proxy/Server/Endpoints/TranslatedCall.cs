using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What is kept of a translated request while its response is awaited; the body itself is given up.</summary>
/// <param name="PromptTexts">Estimated tokens of the prompt's texts; 0 where a truncated prompt is not looked for.</param>
internal sealed record TranslatedCall(ResponseContext Context, bool IsStream, int PromptTexts)
{
    public Route Route => Context.Route;
}
