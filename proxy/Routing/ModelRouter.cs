using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Translation;

namespace ClaudeCodeProxy.Routing;

/// <summary>Finds the upstream model for the model that a client asks for: by tier, else the very same name.</summary>
internal sealed class ModelRouter(ProxyOptions options)
{
    /// <summary>What Claude Code appends to ask for its long context; no upstream knows it.</summary>
    private const string LongContextSuffix = "[1m]";

    /// <summary>Some models are served by Anthropic's own API.</summary>
    public bool PassesAnyThrough => options.Upstream.Provider == Provider.Anthropic || options.Providers.Any(static provider => provider.Provider == Provider.Anthropic);

    public Route Find(string model)
    {
        var name = model.EndsWith(LongContextSuffix, StringComparison.OrdinalIgnoreCase) ? model[..^LongContextSuffix.Length] : model;
        if (options.Upstream.Provider == Provider.Anthropic) return new Route(Provider.Anthropic, model, name, Reasoning: false) { Api = Api.Messages };
        var upstream = Tier(name) ?? name;
        return new Route(options.Upstream.Provider, model, upstream, ReasoningModels.Includes(upstream));
    }

    private string? Tier(string model)
    {
        if (model.Contains("haiku", StringComparison.OrdinalIgnoreCase)) return options.Models.Haiku;
        if (model.Contains("sonnet", StringComparison.OrdinalIgnoreCase)) return options.Models.Sonnet;
        return model.Contains("opus", StringComparison.OrdinalIgnoreCase) ? options.Models.Opus : null;
    }
}
