using System.Collections.Immutable;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;

namespace ClaudeCodeProxy.Routing;

/// <summary>
/// Finds upstream and model for the model that a client asks for: by the map, by the name of an upstream before a slash, by tier, else
/// the very same name at the default upstream.
/// </summary>
internal sealed class ModelRouter(ProxyOptions options)
{
    /// <summary>What Claude Code appends to ask for its long context; no upstream knows it.</summary>
    private const string LongContextSuffix = "[1m]";

    private const string HaikuTier = "claude-haiku";

    /// <summary>Anthropic's names of its largest models, which go where opus goes.</summary>
    private static readonly string[] Largest = ["opus", "fable", "mythos"];

    private readonly BoundedTable<Route> _routes = new();
    private Route? _judge;

    /// <summary>Some models are served by Anthropic's own API.</summary>
    public bool PassesAnyThrough => options.Upstream.IsAnthropic || options.Providers.Any(static provider => provider.IsAnthropic);

    public Route Find(string model)
    {
        if (_routes.Find(model) is { } known)
            return known;
        var route = Read(model);
        _routes.Set(model, route);
        return route;
    }

    /// <summary>The model that judges tool calls; null where it is the one that made them, since nothing is said of the haiku tier.</summary>
    public Route? FindJudge() => _judge ??= options.Safeguards.Model is { } models
        ? Chain(ModelOptions.Split(models, ',').Select(Find))
        : Knows(HaikuTier) ? Find(HaikuTier) : null;

    /// <summary>Whether the configuration says anything of a model, so that asking for it makes sense.</summary>
    public bool Knows(string model) => !Targets(model).IsEmpty;

    private Route Read(string model)
    {
        var name = model.EndsWith(LongContextSuffix, StringComparison.OrdinalIgnoreCase) ? model[..^LongContextSuffix.Length] : model;
        var targets = Mapped(name);
        if (targets.IsEmpty && Named(name) is null && !IsOfVendor(name))
            targets = Tier(name);
        return Chain((targets.IsEmpty ? [name] : targets).Select(target =>
        {
            var (upstream, upstreamModel) = Named(target) ?? (options.Upstream, target);
            return Route(upstream, model, upstreamModel);
        }))!;
    }

    private ImmutableArray<string> Targets(string model) => Mapped(model) is { IsEmpty: false } mapped ? mapped : Tier(model);

    /// <summary>The first route, which falls back to the next, and so on; null for none.</summary>
    private static Route? Chain(IEnumerable<Route> routes) =>
        routes.Reverse().Aggregate((Route?)null, static (next, route) => Append(route, next));

    private static Route Append(Route route, Route? last) => route with { Fallback = route.Fallback is { } next ? Append(next, last) : last };

    private Route Route(UpstreamOptions upstream, string clientModel, string model)
    {
        var traits = FindTraits(model);
        return new Route(upstream.Provider, clientModel, model)
        {
            Upstream = upstream.Id,
            KeyVariable = upstream.Variables.Key.Name,
            UrlVariable = upstream.Variables.BaseUrl.Name,
            Api = upstream.IsAnthropic ? Api.Messages : upstream.Api ?? Choose(upstream.Provider, traits),
            Traits = traits,
            ReadsThinkTags = options.Models.ReadThinkTags,
        };
    }

    /// <summary>Only OpenAI's own models are better served by the Responses API, and only where they are sold by it or by Azure.</summary>
    private static Api Choose(Provider provider, ModelTraits traits) =>
        provider is Provider.OpenAI or Provider.Azure ? traits.Api ?? Api.ChatCompletions : Api.ChatCompletions;

    private ImmutableArray<string> Mapped(string model)
    {
        foreach (var rule in options.Models.Map)
        {
            if (!rule.Pattern.Matches(model))
                continue;
            var target = rule.Pattern.IsPrefix ? rule.Value.Replace("*", model[rule.Pattern.Start.Length..], StringComparison.Ordinal) : rule.Value;
            return ModelOptions.Split(target, '|');
        }

        return [];
    }

    /// <summary>A slash is also part of many models' own names: it counts only after the name of an upstream.</summary>
    private (UpstreamOptions Upstream, string Model)? Named(string model)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == model.Length - 1)
            return null;
        foreach (var upstream in options.Providers)
        {
            if (model.AsSpan(0, slash).Equals(upstream.Id, StringComparison.OrdinalIgnoreCase))
                return (upstream, model[(slash + 1)..]);
        }

        return null;
    }

    private ImmutableArray<string> Tier(string model)
    {
        if (model.Contains("haiku", StringComparison.OrdinalIgnoreCase))
            return options.Models.Haiku;
        if (model.Contains("sonnet", StringComparison.OrdinalIgnoreCase))
            return options.Models.Sonnet;
        return Array.Exists(Largest, name => model.Contains(name, StringComparison.OrdinalIgnoreCase)) ? options.Models.Opus : [];
    }

    /// <summary>OpenRouter's own names are <c>vendor/model</c>: those are meant as they are, whatever tier they speak of.</summary>
    private bool IsOfVendor(string model) =>
        options.Upstream.Provider == Provider.OpenRouter && model.Contains('/', StringComparison.Ordinal);

    private ModelTraits FindTraits(string model)
    {
        var traits = KnownModels.Find(model);
        foreach (var rule in options.Models.Traits)
        {
            if (rule.Pattern.Matches(model))
                traits = traits.With(rule.Value);
        }

        return traits.With(new ModelTraits { MaxOutputTokens = OutputLimit(model, traits.MaxOutputTokens) });
    }

    private int? OutputLimit(string model, int? known)
    {
        foreach (var rule in options.Models.OutputLimits)
        {
            // One number for all models is a ceiling; what is said of this model is known better than here.
            if (rule.Pattern.Matches(model))
                return rule.Pattern.Start.Length > 0 ? rule.Value : Math.Min(rule.Value, known ?? rule.Value);
        }

        return known;
    }
}
