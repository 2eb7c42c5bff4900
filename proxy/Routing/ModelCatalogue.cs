using System.Collections.Immutable;
using ClaudeCodeProxy.Configuration;

namespace ClaudeCodeProxy.Routing;

/// <summary>The models that clients can be told of: the tiers, under names that Claude Code's discovery keeps, and the names of the map.</summary>
internal sealed class ModelCatalogue
{
    private static readonly string[] Tiers = ["claude-opus", "claude-sonnet", "claude-haiku"];

    private readonly ModelRouter _router;

    public ModelCatalogue(ProxyOptions options, ModelRouter router)
    {
        _router = router;
        var mapped = options.Models.Map.Where(rule => !rule.Pattern.IsPrefix).Select(rule => rule.Pattern.Start);
        All = [.. Tiers.Where(_router.Knows).Concat(mapped).Distinct(StringComparer.OrdinalIgnoreCase).Select(_router.Find)];
    }

    /// <summary>By <see cref="Route.ClientModel"/>, in an order that does not change.</summary>
    public ImmutableArray<Route> All { get; }

    /// <summary>Any other name that the configuration gives a meaning is known too, such as a dated one of a tier.</summary>
    public Route? Find(string model) =>
        All.FirstOrDefault(route => route.ClientModel == model) ?? (_router.Knows(model) ? _router.Find(model) : null);
}
