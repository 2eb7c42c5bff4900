using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Routing;

/// <summary>Where a request goes: the upstream's kind and the model's name on either side.</summary>
/// <param name="Reasoning">The upstream model reasons before it responds: it takes max_completion_tokens and no temperature.</param>
internal sealed record Route(Provider Provider, string ClientModel, string UpstreamModel, bool Reasoning)
{
    /// <summary>The name of the upstream in the configuration; empty for the default one.</summary>
    public string Upstream { get; init; } = "";

    /// <summary>The variable that holds the upstream's key, for errors that are about it.</summary>
    public string KeyVariable { get; init; } = "OPENAI_API_KEY";

    /// <summary>The variable that says where the upstream is.</summary>
    public string UrlVariable { get; init; } = "OPENAI_BASE_URL";

    public Api Api { get; init; }

    public Dialect Dialect => ProviderKind.FindDialect(Provider, Api);

    /// <summary>The most output tokens the upstream model can give; null when that is not known.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The model's chat API takes tools only with the effort <c>none</c>. Used only when <see cref="Api"/> is chat completions.</summary>
    public bool RefusesEffortWithTools { get; init; }

    /// <summary>The request must not mention reasoning, because the model refused to be told.</summary>
    public bool LeavesOutReasoning { get; init; }

    /// <summary>Thinking that the model writes between <c>&lt;think&gt;</c> tags at the beginning of its text is taken out of it.</summary>
    public bool ReadsThinkTags { get; init; }
}
