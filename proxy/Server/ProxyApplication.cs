using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Endpoints;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace ClaudeCodeProxy.Server;

/// <summary>What Kestrel calls for each request: find the endpoint, let it respond, and respond for it when it fails.</summary>
internal sealed class ProxyApplication : IHttpApplication<Exchange>, IDisposable
{
    private readonly ServerServices _parts;
    private readonly CancellationToken _shutdown;
    private readonly RequestLimit _limit;
    private readonly ProxyMetrics _metrics = new();
    private Generation _newest;

    public ProxyApplication(ProxyOptions options, ServerServices parts, CancellationToken shutdown)
    {
        (_parts, _shutdown) = (parts, shutdown);
        _limit = new RequestLimit(options.MaxRequests);
        _newest = new Generation(options, parts, _metrics, shutdown);
    }

    /// <summary>What requests are served by that begin now.</summary>
    public Generation Newest => Volatile.Read(ref _newest);

    /// <summary>Requests that begin from now on are served by these; those under way are not touched. One call at a time.</summary>
    public void Reload(ProxyOptions options)
    {
        var next = new Generation(options, _parts, _metrics, _shutdown);
        _limit.Most = options.MaxRequests;
        Interlocked.Exchange(ref _newest, next).Leave();
    }

    /// <summary>Connections to upstreams end with the last request.</summary>
    public void Dispose() => _newest.Leave();

    public Exchange CreateContext(IFeatureCollection contextFeatures)
    {
        var exchange = contextFeatures is IHostContextContainer<Exchange> connection ? connection.HostContext ??= new Exchange() : new Exchange();
        exchange.Begin(contextFeatures, _parts.Ids.NewRequestId(), _parts.Log.BeginRequest());
        return exchange;
    }

    public void DisposeContext(Exchange context, Exception? exception)
    {
    }

    /// <summary>One method for all of it: what it calls waits as long as a stream lasts, and each layer would cost every stream.</summary>
    public async Task ProcessRequestAsync(Exchange context)
    {
        _metrics.Begin();
        var generation = Enter();
        var isCounted = false;
        try
        {
            var endpoint = Admit(generation, context);
            if (endpoint.IsLimited)
            {
                _parts.Log.Received(context.RequestId, context.Headers);
                _limit.Enter(context);
                isCounted = true;
            }

            await endpoint.Handle(context);
        }
        catch (Exception e)
        {
            await FailAsync(context, e);
        }
        finally
        {
            if (isCounted)
                _limit.Leave();
            generation.Leave();
            _metrics.End();
            (context.Counted ?? _metrics.OtherRequests).Count(context.Status);
            _parts.Log.Ended(context);
        }
    }

    private Generation Enter()
    {
        var generation = Newest;
        while (!generation.TryEnter())
            generation = Newest;
        return generation;
    }

    /// <summary>Throws when the client may not ask for that.</summary>
    private Endpoint Admit(Generation generation, Exchange exchange)
    {
        generation.Gate.CheckOrigin(exchange.Headers);
        var endpoint = Find(generation.Endpoints, exchange);
        exchange.Counted = _metrics.Of(endpoint.Path);
        exchange.Record?.IsProbe = !endpoint.IsLimited;
        if (endpoint.NeedsKey)
            generation.Gate.CheckKey(exchange.Headers);
        return endpoint;
    }

    private ValueTask FailAsync(Exchange exchange, Exception exception)
    {
        if (exception is ApiErrorException e)
            return RefuseAsync(exchange, e.Error);
        if (IsClientGone(exception, exchange))
        {
            // Nobody is left to be told.
            exchange.Record?.Error = "client_disconnected";
            return default;
        }

        _parts.Log.Failed(exchange.RequestId, exception);
        return RefuseAsync(exchange, ApiError.Internal("The proxy failed on this request. It is a defect: please report it with the request-id."));
    }

    /// <summary>A read of the body may fail a moment before the request is known to be aborted.</summary>
    private static bool IsClientGone(Exception exception, Exchange exchange) =>
        exception is ConnectionResetException or ConnectionAbortedException or OperationCanceledException
            || exchange.ClientGone.IsCancellationRequested;

    private static Endpoint Find(Endpoint[] endpoints, Exchange exchange)
    {
        Endpoint? otherMethod = null;
        foreach (var endpoint in endpoints)
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
        exchange.Record?.Error = error.Type;
        // A response that has begun cannot become another: it is broken off, so that nobody takes it for complete.
        if (exchange.HasResponded)
            exchange.Abort();
        else
            await exchange.RespondAsync(error);
    }
}
