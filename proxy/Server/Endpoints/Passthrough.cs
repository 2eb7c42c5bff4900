using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Serves models of Anthropic's own API: the request goes there as it is, with the proxy's key, and the answer comes back as it is.</summary>
internal sealed class Passthrough(ProxyOptions options, Upstreams upstreams, ServerParts parts, CancellationToken shutdown)
{
    private const int MaxAnswerBytes = 64 << 20;

    private readonly ModelRouter _router = new(options);

    /// <summary>Writes the request as it goes upstream. Null, and nothing is written, for a model that has to be translated and for a body that names none.</summary>
    public Route? Take(string requestId, ReadOnlySpan<byte> body, PooledBuffer output)
    {
        if (!_router.PassesAnyThrough || PassthroughBody.ModelOf(body) is not { } model || _router.Find(model) is not { Api: Api.Messages } route) return null;
        var isStream = PassthroughBody.Write(body, route.UpstreamModel, output);
        parts.Log.Translated(requestId, route, isStream, body.Length, output.Length);
        return route;
    }

    /// <param name="subPath">What follows the path of messages.</param>
    public async ValueTask Serve(Exchange exchange, Route route, ReadOnlyMemory<byte> body, string subPath = "")
    {
        using var lifetime = new RequestLifetime(parts.Clock, options.IdleTimeout, exchange.ClientGone, shutdown);
        var began = parts.Clock.GetTimestamp();
        var upstream = upstreams.Of(route);
        try
        {
            var request = new UpstreamRequest(route, body) { SubPath = subPath + exchange.Query, Headers = PassthroughHeaders.ForUpstream(exchange.Headers) };
            using var answer = await upstream.Send(request, lifetime.Token);
            lifetime.Touch();
            await Relay(exchange, answer, lifetime, route);
            parts.Log.PassedThrough(upstream.Name, route, answer, parts.Clock.GetElapsedTime(began));
        }
        catch (Exception e) when (UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
        {
            parts.Log.UpstreamFailed(exchange.RequestId, upstream.Name, error);
            throw new ApiErrorException(error);
        }
    }

    private async ValueTask Relay(Exchange exchange, UpstreamAnswer answer, RequestLifetime lifetime, Route route)
    {
        if (answer.IsSuccess && answer.IsEventStream)
        {
            PassthroughHeaders.CopyToClient(answer, exchange.AnswerHeaders);
            exchange.AnswerWithEvents(answer.ContentType);
            using var relay = new StreamRelay(answer, lifetime, new PassedStream(), exchange);
            await relay.Run(parts.Clock, options.PingInterval);
            return;
        }

        using var body = new PooledBuffer(16 << 10);
        var isWhole = await answer.ReadAll(body, MaxAnswerBytes, lifetime.Touch, lifetime.Token);
        if (!isWhole) throw new ApiErrorException(ApiError.BadGateway("The upstream's answer is too large."));
        // It would be taken for the client's own key; and a page of a gateway between is no answer of the API.
        if (answer.Status == 401 || (!answer.IsSuccess && !answer.IsJson)) throw new ApiErrorException(UpstreamErrorTranslator.Translate(answer.Status, body.WrittenSpan, route));
        PassthroughHeaders.CopyToClient(answer, exchange.AnswerHeaders);
        await exchange.Answer(answer.Status, body.WrittenMemory, answer.ContentType);
    }
}
