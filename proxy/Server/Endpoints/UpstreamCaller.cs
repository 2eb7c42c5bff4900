using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Asks upstreams and relays their responses: the one path for requests that are translated and for those that are passed through.</summary>
internal abstract class UpstreamCaller<TCall>(ServerContext server)
    where TCall : UpstreamCall
{
    protected ServerContext Server => server;

    /// <summary>Asks again with a corrected request for as long as the upstream refuses a part of it that can be left out.</summary>
    /// <remarks>Each correction takes out all that it is against, so that none is made twice.</remarks>
    protected async ValueTask AskAsync(Exchange exchange, TCall call, UpstreamRequest request)
    {
        if (await AskOnceAsync(exchange, call, request) is not { } correct)
            return;
        using var corrected = new PooledBuffer(request.Body.Length);
        correct(request.Body.Span, corrected);
        await AskAsync(exchange, call, request with { Body = corrected.WrittenMemory });
    }

    /// <summary>Null when the client has its response; else how to correct the request before the upstream is asked again.</summary>
    protected async ValueTask<RequestCorrection?> AskOnceAsync(Exchange exchange, TCall call, UpstreamRequest request)
    {
        using var lifetime = new RequestLifetime(server.Services.Clock, server.Options.IdleTimeout, exchange.ClientGone, server.Shutdown);
        var upstream = server.Upstreams.Find(request.Route);
        try
        {
            using var response = await upstream.SendAsync(request, lifetime.Token);
            lifetime.Touch();
            return await RelayAsync(exchange, call, new Reply(request, response, lifetime));
        }
        catch (Exception e) when (UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
        {
            server.Services.Log.UpstreamFailed(exchange.RequestId, upstream.Name, error);
            throw new ApiErrorException(error);
        }
    }

    /// <summary>Gives the client its response, or returns how to correct the request.</summary>
    protected abstract ValueTask<RequestCorrection?> RelayAsync(Exchange exchange, TCall call, Reply reply);
}
