using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What the upstreams' models have shown that nobody could know before, for as long as the proxy runs.</summary>
internal sealed class ModelObservations
{
    private readonly BoundedTable<(string Upstream, string Model), ModelTraits> _traits = new();
    private readonly BoundedTable<(string Upstream, string Model), int> _contexts = new();

    /// <summary>The route as its model takes it.</summary>
    public Route Apply(Route route) =>
        _traits.TryGet(Key(route), out var learned) ? route with { Traits = route.Traits.With(learned) } : route;

    public void Add(Route route, Refusal refusal) => _traits.Set(Key(route), Learned(route).With(refusal.Lesson));

    /// <summary>Learns from a response's usage whether the prompt was cut. True when that is news.</summary>
    /// <param name="estimated">Tokens of the prompt's texts.</param>
    public bool AddUsage(Route route, int estimated, Usage counted)
    {
        if (PromptTruncation.IsLikely(estimated, counted))
            return _contexts.Set(Key(route), counted.InputTokens + counted.CacheReadTokens + counted.CacheCreationTokens);
        // It was given a larger context since.
        if (_contexts.TryGet(Key(route), out var context) && estimated > context)
            _contexts.Remove(Key(route));
        return false;
    }

    /// <summary>For a header: null unless the model is known to read no more than a part of prompts as long as this.</summary>
    public string? Warning(Route route, int estimated) =>
        _contexts.TryGet(Key(route), out var context) && estimated > context ? $"prompt-truncated; read={context}; estimated={estimated}" : null;

    private ModelTraits Learned(Route route) => _traits.TryGet(Key(route), out var learned) ? learned : ModelTraits.Unknown;

    private static (string Upstream, string Model) Key(Route route) => (route.Upstream, route.UpstreamModel);
}
