using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Serves models of Anthropic's own API: request and response pass through as they are, with the proxy's key in place of the client's.
/// </summary>
internal sealed class PassthroughMessages(ServerContext server) : UpstreamCaller<PassthroughCall>(server)
{
    /// <summary>
    /// Writes the request as it goes upstream. Null, and nothing is written, for a model that has to be translated and for a body that names none.
    /// </summary>
    public PassthroughCall? Take(string requestId, ReadOnlySpan<byte> body, PooledBuffer output)
    {
        if (!Server.Router.PassesAnyThrough || PassthroughBody.ReadModel(body) is not { } model)
            return null;
        if (Server.Router.Find(model) is not { Api: Api.Messages } route)
            return null;
        var isStream = PassthroughBody.Write(body, route.UpstreamModel, output);
        Server.Services.Log.Translated(requestId, route, isStream, body.Length, output.Length);
        return new PassthroughCall(route);
    }

    /// <param name="subPath">What follows the path of messages.</param>
    public async ValueTask ServeAsync(Exchange exchange, PassthroughCall call, ReadOnlyMemory<byte> body, string subPath = "")
    {
        var headers = PassthroughHeaders.ForUpstream(exchange.Headers);
        await AskOnceAsync(exchange, call, new UpstreamRequest(call.Route, body) { SubPath = subPath + exchange.Query, Headers = headers });
    }

    protected override async ValueTask<RequestCorrection?> RelayAsync(Exchange exchange, PassthroughCall call, Reply reply)
    {
        if (reply.Response is { IsSuccess: true, IsEventStream: true })
            await RelayStreamAsync(exchange, reply);
        else
            await RelayBodyAsync(exchange, call.Route, reply);
        Server.Services.Log.PassedThrough(Server.Upstreams.Find(call.Route).Name, call.Route, reply.Response, reply.Lifetime.Elapsed);
        return null;
    }

    private async ValueTask RelayStreamAsync(Exchange exchange, Reply reply)
    {
        PassthroughHeaders.CopyToClient(reply.Response, exchange.ResponseHeaders);
        exchange.BeginEventStream(reply.Response.ContentType);
        using var relay = new StreamRelay(reply.Response, reply.Lifetime, new PassthroughStream(), exchange);
        await relay.RunAsync(Server.Services.Clock, Server.Options.PingInterval);
    }

    private static async ValueTask RelayBodyAsync(Exchange exchange, Route route, Reply reply)
    {
        using var body = new PooledBuffer(16 << 10);
        if (!await reply.ReadAsync(body))
            throw Reply.TooLarge();
        var response = reply.Response;
        // A 401 would be taken for the client's own key; and a page of a gateway in between is not a response of the API.
        if (response.Status == 401 || (!response.IsSuccess && !response.IsJson))
            throw new ApiErrorException(UpstreamErrorTranslator.Translate(response.Status, body.WrittenSpan, route));
        PassthroughHeaders.CopyToClient(response, exchange.ResponseHeaders);
        await exchange.RespondAsync(response.Status, body.WrittenMemory, response.ContentType);
    }
}
