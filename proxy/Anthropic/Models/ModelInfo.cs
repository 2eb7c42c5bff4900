namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>One entry of Anthropic's list of models.</summary>
/// <param name="id">The name that clients ask for it by.</param>
/// <param name="maxInputTokens">Null when it is not known, as <paramref name="maxOutputTokens"/>.</param>
internal sealed class ModelInfo(string id, string displayName, int? maxInputTokens, int? maxOutputTokens)
{
    public string Id => id;

    public string DisplayName => displayName;

    public int? MaxInputTokens => maxInputTokens;

    public int? MaxOutputTokens => maxOutputTokens;
}
