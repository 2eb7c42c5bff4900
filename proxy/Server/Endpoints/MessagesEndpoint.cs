using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages</c>: passed through to Anthropic's own API, or translated for another.</summary>
internal sealed class MessagesEndpoint(ServerContext server, PassthroughMessages passed)
{
    private readonly TranslatedMessages _translated = new(server);

    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var sent = new PooledBuffer(64 << 10);
        var (route, call) = await ReadAsync(exchange, sent);
        if (call is null)
            await passed.ServeAsync(exchange, route, sent.WrittenMemory);
        else
            await _translated.ServeAsync(exchange, call, sent.WrittenMemory);
    }

    /// <summary>
    /// Writes the request as it goes upstream and gives up the client's body. The call is null for a request that is passed through.
    /// </summary>
    private async ValueTask<(Route Route, TranslatedCall? Call)> ReadAsync(Exchange exchange, PooledBuffer output)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        if (passed.Take(exchange.RequestId, body.Bytes.Span, output) is { } route)
            return (route, null);
        var call = _translated.Translate(exchange, body.Bytes, output);
        return (call.Route, call);
    }
}
