using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Serves models of Anthropic's own API: request and response pass through as they are, with the proxy's key in place of the client's.
/// </summary>
internal sealed class PassthroughMessages(ServerContext server) : UpstreamCaller(server)
{
    /// <summary>Null for a model that has to be translated and for a body that names none.</summary>
    public Route? FindRoute(ReadOnlySpan<byte> body)
    {
        if (!Server.Router.PassesAnyThrough || PassthroughBody.ReadModel(body) is not { } model)
            return null;
        return Server.Router.Find(model) is { Api: Api.Messages } route ? route : null;
    }

    /// <param name="subPath">What follows the path of messages.</param>
    public async ValueTask ServeAsync(Exchange exchange, Attempts attempts, Route first, RequestBody body, string subPath = "")
    {
        var route = attempts.Begin(first);
        NameModel(exchange, route);
        using var reply = await OpenAsync(exchange, attempts, route, body, subPath);
        var isStream = reply.Response is { IsSuccess: true, IsEventStream: true };
        await RelayAsync(exchange, attempts, reply,
            isStream ? RelayStreamAsync(exchange, reply, body) : RelayBodyAsync(exchange, attempts, reply, body));
        var elapsed = reply.Lifetime.Elapsed;
        if (reply.Response.IsSuccess)
            Metrics(route).Duration.Record(elapsed);
        Server.Services.Log.PassedThrough(Server.Upstreams.Find(route).Name, route, reply.Response, elapsed);
    }

    private async ValueTask<Reply> OpenAsync(Exchange exchange, Attempts attempts, Route route, RequestBody body, string subPath)
    {
        using var sent = new PooledBuffer(body.Bytes.Length + 64);
        var isStream = PassthroughBody.Write(body.Bytes.Span, route.UpstreamModel, sent);
        exchange.Record?.IsStream = isStream;
        Server.Services.Log.Translated(exchange.RequestId, route, isStream, body.Bytes.Length, sent.Length);
        var headers = PassthroughHeaders.ForUpstream(exchange.Headers);
        var request = new UpstreamRequest(route, sent.WrittenMemory)
        {
            SubPath = subPath + exchange.Query,
            Headers = headers,
            Credential = attempts.Credential,
        };
        return await AskAsync(exchange, attempts, request);
    }

    private async ValueTask RelayStreamAsync(Exchange exchange, Reply reply, RequestBody request)
    {
        PassthroughHeaders.CopyToClient(reply.Response, exchange.ResponseHeaders);
        exchange.BeginEventStream(PassthroughHeaders.ContentType(reply.Response));
        var times = new ChunkTimes(Metrics(reply.Route));
        using var relay = new StreamRelay(reply.Response, reply.Lifetime, new PassthroughStream(), exchange) { Times = times, Request = request };
        await relay.RunAsync(Server.Services.Clock, Server.Options.PingInterval);
    }

    private async ValueTask RelayBodyAsync(Exchange exchange, Attempts attempts, Reply reply, RequestBody request)
    {
        using var body = new PooledBuffer(16 << 10);
        if (!await reply.ReadAsync(body))
            throw Reply.TooLarge();
        var response = reply.Response;
        if (!response.IsSuccess)
        {
            var error = UpstreamErrorTranslator.Translate(response.Status, body.WrittenSpan, reply.Route);
            attempts.Fail(Fault(response, error));
            // A 401 would be taken for the client's own key; and a page of a gateway in between is not a response of the API.
            if (response.Status == 401 || !response.IsJson)
                throw new ApiErrorException(error);
            exchange.Record?.Error = error.Type;
            Server.Metrics.CountError(error.Type);
        }

        request.Dispose();
        PassthroughHeaders.CopyToClient(response, exchange.ResponseHeaders);
        await exchange.RespondAsync(response.Status, body.WrittenMemory, PassthroughHeaders.ContentType(response));
    }
}
