using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A request that was translated for its upstream.</summary>
/// <param name="promptTexts">Estimated tokens of the prompt's texts; 0 where a truncated prompt is not looked for.</param>
internal sealed class TranslatedCall(ResponseContext context, bool isStream, int promptTexts) : UpstreamCall(context.Route)
{
    public ResponseContext Context => context;

    public bool IsStream => isStream;

    public int PromptTexts => promptTexts;
}
