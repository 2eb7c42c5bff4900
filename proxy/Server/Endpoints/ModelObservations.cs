using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What the upstreams' models have shown that nobody could know before, for as long as the proxy runs.</summary>
internal sealed class ModelObservations
{
    private readonly BoundedTable<ModelObservation> _models = new();

    /// <summary>The route as its model takes it.</summary>
    public Route Apply(Route route)
    {
        var learned = Find(route).Traits;
        return learned == ModelTraits.Unknown ? route : route with { Traits = route.Traits.With(learned) };
    }

    public void Add(Route route, Refusal refusal)
    {
        var known = Find(route);
        _models.Set(route.FullName, new ModelObservation(known.Traits.With(refusal.Lesson), known.Context));
    }

    /// <summary>Learns from a response's usage whether the prompt was cut. True when that is news.</summary>
    /// <param name="estimated">Tokens of the prompt's texts.</param>
    public bool AddUsage(Route route, int estimated, Usage counted)
    {
        var known = Find(route);
        var read = counted.InputTokens + counted.CacheReadTokens + counted.CacheCreationTokens;
        if (PromptTruncation.IsLikely(estimated, counted))
            _models.Set(route.FullName, new ModelObservation(known.Traits, read));
        else if (known.Context > 0 && estimated > known.Context)
            // It was given a larger context since.
            _models.Set(route.FullName, new ModelObservation(known.Traits, 0));
        return known.Context == 0 && Find(route).Context > 0;
    }

    /// <summary>The model is known to read no more than a part of prompts as long as this.</summary>
    public bool IsCut(Route route, int estimated) => Find(route).Context is > 0 and var context && estimated > context;

    private ModelObservation Find(Route route) => _models.Find(route.FullName) ?? ModelObservation.None;
}
