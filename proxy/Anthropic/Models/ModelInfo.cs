namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>One entry of Anthropic's list of models.</summary>
/// <param name="id">The name that clients ask for it by.</param>
/// <param name="maxOutputTokens">Null when it is not known.</param>
internal sealed class ModelInfo(string id, string displayName, int? maxOutputTokens)
{
    public string Id => id;

    public string DisplayName => displayName;

    public int? MaxOutputTokens => maxOutputTokens;
}
