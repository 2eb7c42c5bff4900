using System.Globalization;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Cli;

/// <summary>What of the proxy's configuration matters to its clients.</summary>
internal sealed class ClientSituation(ProxyOptions options)
{
    private readonly Route[] _routes = [.. new ModelCatalogue(options, new ModelRouter(options)).All];

    public string Url => options.Listen.LocalUrl.AbsoluteUri.TrimEnd('/');

    public bool NeedsKey => options.ClientKey is not null;

    /// <summary>Some model is not Anthropic's own.</summary>
    public bool Translates => _routes.Any(static route => route.Api != Api.Messages);

    public bool TakesEfforts => _routes.Any(static route => route.Efforts.Length > 0 || route.Dialect.Reasoning != ReasoningForm.Effort);

    /// <summary>The least that any model reads, of those of which it is known.</summary>
    public string? Window => Least(static route => route.Traits.MaxInputTokens);

    public string? Output => Least(static route => route.Traits.MaxOutputTokens);

    /// <summary>Models whose window nobody told the proxy.</summary>
    public IEnumerable<string> WithoutWindow =>
        _routes
            .Where(static route => route.Api != Api.Messages && route.Traits.MaxInputTokens is null)
            .Select(static route => route.UpstreamModel)
            .Distinct();

    private string? Least(Func<Route, int?> limit) => _routes.Min(limit)?.ToString(CultureInfo.InvariantCulture);
}
