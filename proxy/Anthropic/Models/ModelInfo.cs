namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>One entry of Anthropic's list of models.</summary>
/// <param name="Id">The name that clients ask for it by.</param>
/// <param name="MaxOutputTokens">Null when it is not known.</param>
internal sealed record ModelInfo(string Id, string DisplayName, int? MaxOutputTokens);
