using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Asks upstreams, and says in the client's terms why one failed: for requests that are translated and for those that are passed through.
/// </summary>
internal abstract class UpstreamCaller(ServerContext server)
{
    private const string ModelHeader = "x-proxy-model";
    private const int LongestName = 200;

    protected ServerContext Server => server;

    /// <summary>Says which model responds, where its name can stand in a header.</summary>
    protected static void NameModel(Exchange exchange, Route route)
    {
        var name = route.FullName;
        if (name.Length <= LongestName && !name.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            exchange.ResponseHeaders[ModelHeader] = name;
    }

    protected async ValueTask<Reply> AskAsync(Exchange exchange, Attempts attempts, UpstreamRequest request)
    {
        var lifetime = new RequestLifetime(server.Services.Clock, server.Options.IdleTimeout, exchange.ClientGone, server.Shutdown);
        try
        {
            var upstream = server.Upstreams.Find(request.Route);
            exchange.Record?.Attempts += 1;
            var response = await upstream.SendAsync(request, lifetime.Token);
            upstream.HasAnswered = true;
            lifetime.Touch();
            if (response.IsSuccess)
                attempts.Succeed();
            return new Reply(request.Route, response, lifetime);
        }
        catch (Exception e)
        {
            lifetime.Dispose();
            if (Explain(exchange, e, lifetime, request.Route) is not { } error)
                throw;
            attempts.Fail(Fault(e, error, lifetime.Reason));
            throw new ApiErrorException(error);
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
    protected async ValueTask RelayAsync(Exchange exchange, Attempts attempts, Reply reply, ValueTask relaying)
    {
        try
        {
            await relaying;
        }
        catch (TryAgainException)
        {
            throw;
        }
        catch (ApiErrorException e) when (reply.Response.IsSuccess && !exchange.HasResponded)
        {
            attempts.Fail(UpstreamFault.InResponse(e.Error));
            throw;
        }
        catch (Exception e) when (Explain(exchange, e, reply.Lifetime, reply.Route) is { } error)
        {
            if (!exchange.HasResponded)
                attempts.Fail(Fault(e, error, reply.Lifetime.Reason));
            throw new ApiErrorException(error);
        }
    }

    /// <summary>Where a route's inferences are counted.</summary>
    protected InferenceMetrics Metrics(Route route) => server.Metrics.Find(route, server.Upstreams.Find(route).Name);

    /// <summary>Another attempt may help, unless the proxy ends or the response is one that nobody can read.</summary>
    protected static UpstreamFault Fault(Exception exception, ApiError error, EndReason reason) => UpstreamFault.OfConnection(
        error, reason != EndReason.Shutdown && exception is IOException or OperationCanceledException);

    /// <summary>Of a response whose status is not 200.</summary>
    protected UpstreamFault Fault(UpstreamResponse response, ApiError error)
    {
        var after = RetryAfter.Read(response, server.Services.Clock.GetUtcNow());
        return UpstreamFault.OfStatus(response.Status, error, after, isFinal: response.Header("x-should-retry"u8) == "false");
    }

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
