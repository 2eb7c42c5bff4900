using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Models;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>GET /v1/models</c> and <c>GET /v1/models/{id}</c>, from the configuration; no upstream is asked.</summary>
internal sealed class ModelsEndpoint
{
    public const string Path = "/v1/models";

    private readonly ModelCatalogue _catalogue;
    private readonly ModelInfo[] _models;
    private readonly string[] _ids;

    public ModelsEndpoint(ServerContext server)
    {
        _catalogue = new ModelCatalogue(server.Options, server.Router);
        _models = [.. _catalogue.All.Select(Describe)];
        _ids = [.. _models.Select(model => model.Id)];
    }

    public async ValueTask ListAsync(Exchange exchange)
    {
        var (range, hasMore) = ReadPage(exchange.Query).Select(_ids);
        using var body = new PooledBuffer(1024);
        ModelWriter.WritePage(_models.AsSpan()[range], hasMore, body);
        await exchange.RespondAsync(200, body.WrittenMemory);
    }

    public async ValueTask FindAsync(Exchange exchange)
    {
        // A slash in a model's name comes escaped from some clients and plain from others.
        var model = exchange.Path[(Path.Length + 1)..].Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var route = _catalogue.Find(model) ?? throw new ApiErrorException(ApiError.NotFound(
            $"The proxy's configuration names no such model. Set {Variable.ModelMap.Name} or one of the ANTHROPIC_DEFAULT_*_MODEL variables of the " +
                "proxy."));
        using var body = new PooledBuffer(512);
        ModelWriter.WriteOne(Describe(route), body);
        await exchange.RespondAsync(200, body.WrittenMemory);
    }

    private static ModelInfo Describe(Route route)
    {
        var name = route.Upstream.Length == 0 ? route.UpstreamModel : $"{route.Upstream}/{route.UpstreamModel}";
        return new ModelInfo(route.ClientModel, name, route.Traits.MaxInputTokens, route.Traits.MaxOutputTokens);
    }

    private static ModelPage ReadPage(string query)
    {
        string? limit = null, afterId = null, beforeId = null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var value = pair.DecodeValue().ToString();
            switch (pair.DecodeName().Span)
            {
                case "limit": limit = value; break;
                case "after_id": afterId = value; break;
                case "before_id": beforeId = value; break;
            }
        }

        return ModelPage.Parse(limit, afterId, beforeId);
    }
}
