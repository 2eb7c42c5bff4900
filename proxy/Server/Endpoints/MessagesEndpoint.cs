using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages</c>: passed through to Anthropic's own API, or translated for another.</summary>
internal sealed class MessagesEndpoint(ServerContext server, PassthroughMessages passthrough)
{
    private readonly TranslatedMessages _translated = new(server);

    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        if (passthrough.FindRoute(body.Bytes.Span) is { } route)
            await passthrough.ServeAsync(exchange, route, body);
        else
            await _translated.ServeAsync(exchange, body);
    }
}
