using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>A request that was translated for its upstream.</summary>
/// <param name="PromptTexts">Estimated tokens of the prompt's texts; 0 where a truncated prompt is not looked for.</param>
internal sealed record TranslatedCall(ResponseContext Context, bool IsStream, int PromptTexts) : UpstreamCall(Context.Route);
