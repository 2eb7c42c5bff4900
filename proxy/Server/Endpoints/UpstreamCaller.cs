using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Asks upstreams, and says in the client's terms why one failed: for requests that are translated and for those that are passed through.
/// </summary>
internal abstract class UpstreamCaller(ServerContext server)
{
    protected ServerContext Server => server;

    protected async ValueTask<Reply> AskAsync(Exchange exchange, UpstreamRequest request)
    {
        var lifetime = new RequestLifetime(server.Services.Clock, server.Options.IdleTimeout, exchange.ClientGone, server.Shutdown);
        try
        {
            var upstream = server.Upstreams.Find(request.Route);
            if (exchange.Record is { } record)
                (record.Upstream, record.Route, record.Attempts) = (upstream.Name, request.Route, record.Attempts + 1);
            var response = await upstream.SendAsync(request, lifetime.Token);
            upstream.HasAnswered = true;
            lifetime.Touch();
            return new Reply(request.Route, response, lifetime);
        }
        catch (Exception e)
        {
            lifetime.Dispose();
            if (Explain(exchange, e, lifetime, request.Route) is { } error)
                throw new ApiErrorException(error);
            throw;
        }
    }

    /// <summary>What the upstream takes now is remembered, so that later requests need no refusal.</summary>
    protected void Learn(TranslatedRequest translated)
    {
        foreach (var refusal in translated.Refusals.Where(static refusal => refusal.IsLasting))
        {
            server.Observations.Add(translated.Route, refusal);
            server.Services.Log.Learned(server.Upstreams.Find(translated.Route).Name, translated.Route, refusal.What);
        }
    }

    /// <summary>Gives the client its response.</summary>
    protected async ValueTask RelayAsync(Exchange exchange, Reply reply, ValueTask relaying)
    {
        try
        {
            await relaying;
        }
        catch (Exception e) when (Explain(exchange, e, reply.Lifetime, reply.Route) is { } error)
        {
            throw new ApiErrorException(error);
        }
    }

    /// <summary>Where a route's inferences are counted.</summary>
    protected InferenceMetrics Metrics(Route route) => server.Metrics.Find(route, server.Upstreams.Find(route).Name);

    private ApiError? Explain(Exchange exchange, Exception exception, RequestLifetime lifetime, Route route)
    {
        var error = UpstreamFailure.Explain(exception, lifetime.Reason);
        if (error is not null)
        {
            var upstream = server.Upstreams.Find(route);
            upstream.HasAnswered = false;
            server.Services.Log.UpstreamFailed(exchange.RequestId, upstream.Name, error);
        }

        return error;
    }
}
