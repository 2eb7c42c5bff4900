using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Endpoints;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Upstream;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace ClaudeCodeProxy.Server;

/// <summary>What Kestrel calls for each request: find the endpoint, let it respond, and respond for it when it fails.</summary>
internal sealed class ProxyApplication : IHttpApplication<Exchange>
{
    private readonly ServerServices _parts;
    private readonly Upstreams _upstreams;
    private readonly ClientGate _gate;
    private readonly RequestLimit _limit;
    private readonly ProxyMetrics _metrics;
    private readonly Endpoint[] _endpoints;

    public ProxyApplication(ProxyOptions options, Upstreams upstreams, ServerServices parts, CancellationToken shutdown)
    {
        (_parts, _upstreams) = (parts, upstreams);
        _gate = new ClientGate(options.Listen, options.ClientKey);
        _limit = new RequestLimit(options.MaxRequests);
        var server = new ServerContext(options, upstreams, parts, shutdown);
        _metrics = server.Metrics;
        var passed = new PassthroughMessages(server);
        var models = new ModelsEndpoint(server);
        _endpoints =
        [
            new("POST", "/v1/messages", true, new MessagesEndpoint(server, passed).HandleAsync),
            new("POST", "/v1/messages/count_tokens", true, new CountTokensEndpoint(server, passed).HandleAsync),
            new("GET", ModelsEndpoint.Path, true, models.ListAsync),
            new("GET", ModelsEndpoint.Path + "/", true, models.FindAsync),
            new("GET", "/metrics", !options.Listen.IsLoopback, WriteMetricsAsync) { IsLimited = false },
            new("GET", "/health", false, Always(FixedResponses.Health(parts.Instance))),
            new("GET", "/", false, Always(FixedResponses.Root())),
            // Claude Code's probe at its start, and its telemetry, which ends here.
            new("HEAD", "/api/hello", false, Always([])),
            new("POST", "/api/event_logging/batch", false, Always("{}"u8.ToArray())),
        ];
    }

    public Exchange CreateContext(IFeatureCollection contextFeatures)
    {
        var exchange = contextFeatures is IHostContextContainer<Exchange> connection ? connection.HostContext ??= new Exchange() : new Exchange();
        exchange.Begin(contextFeatures, _parts.Ids.NewRequestId());
        return exchange;
    }

    public void DisposeContext(Exchange context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(Exchange context)
    {
        _metrics.Begin();
        try
        {
            await ServeOrRefuseAsync(context);
        }
        finally
        {
            _metrics.End();
            (context.Counted ?? _metrics.OtherRequests).Count(context.Status);
        }
    }

    private async ValueTask ServeOrRefuseAsync(Exchange context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (ApiErrorException e)
        {
            await RefuseAsync(context, e.Error);
        }
        catch (Exception e) when (IsClientGone(e, context))
        {
            // Nobody is left to be told.
        }
        catch (Exception e)
        {
            _parts.Log.Failed(context.RequestId, e);
            await RefuseAsync(context, ApiError.Internal("The proxy failed on this request. It is a defect: please report it with the request-id."));
        }
    }

    private ValueTask ServeAsync(Exchange exchange)
    {
        _gate.CheckOrigin(exchange.Headers);
        var endpoint = Find(exchange);
        exchange.Counted = endpoint.Requests;
        if (endpoint.NeedsKey)
            _gate.CheckKey(exchange.Headers);
        return endpoint.IsLimited ? ServeLimitedAsync(endpoint, exchange) : endpoint.Handle(exchange);
    }

    private async ValueTask ServeLimitedAsync(Endpoint endpoint, Exchange exchange)
    {
        _parts.Log.Received(exchange.RequestId, exchange.Headers);
        _limit.Enter(exchange);
        try
        {
            await endpoint.Handle(exchange);
        }
        finally
        {
            _limit.Leave();
        }
    }

    /// <summary>A read of the body may fail a moment before the request is known to be aborted.</summary>
    private static bool IsClientGone(Exception exception, Exchange exchange) =>
        exception is ConnectionResetException or ConnectionAbortedException or OperationCanceledException
            || exchange.ClientGone.IsCancellationRequested;

    private Endpoint Find(Exchange exchange)
    {
        Endpoint? otherMethod = null;
        foreach (var endpoint in _endpoints)
        {
            if (!endpoint.IsAt(exchange.Path))
                continue;
            // Whatever can be got can be asked for without its body; the server leaves that out.
            if (endpoint.Method == exchange.Method || (endpoint.Method == "GET" && exchange.Method == "HEAD"))
                return endpoint;
            otherMethod = endpoint;
        }

        if (otherMethod is null)
            throw new ApiErrorException(ApiError.NotFound("This path does not exist. See GET / for those that do."));
        exchange.ResponseHeaders.Allow = otherMethod.Method;
        throw new ApiErrorException(ApiError.MethodNotAllowed($"This path takes {otherMethod.Method} only."));
    }

    private async ValueTask RefuseAsync(Exchange exchange, ApiError error)
    {
        _parts.Log.Refused(exchange.RequestId, exchange.Method, exchange.Path, error);
        _metrics.CountError(error.Type);
        // A response that has begun cannot become another: it is broken off, so that nobody takes it for complete.
        if (exchange.HasResponded)
            exchange.Abort();
        else
            await exchange.RespondAsync(error);
    }

    private async ValueTask WriteMetricsAsync(Exchange exchange)
    {
        var report = MetricsReport.Write(_metrics, _endpoints.Select(static endpoint => endpoint.Requests), _upstreams.All);
        await exchange.RespondAsync(200, report, MetricsText.ContentType);
    }

    private static Func<Exchange, ValueTask> Always(byte[] body) => async exchange => await exchange.RespondAsync(200, body);
}
