using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Retrying;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages</c>: passed through to Anthropic's own API, or translated for another.</summary>
internal sealed class MessagesEndpoint(ServerContext server, PassthroughMessages passthrough)
{
    private readonly TranslatedMessages _translated = new(server);

    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        var attempts = server.NewAttempts(exchange, exchange.Record);
        await attempts.RunAsync(() => ServeAsync(exchange, attempts, body), exchange.ClientGone, server.Shutdown);
    }

    private ValueTask ServeAsync(Exchange exchange, Attempts attempts, RequestBody body)
    {
        if (attempts.IsRepeated)
            exchange.Restart();
        var route = attempts.Route is { } next ? next.Api == Api.Messages ? next : null : passthrough.FindRoute(body.Bytes.Span);
        return route is null ? _translated.ServeAsync(exchange, attempts, body) : passthrough.ServeAsync(exchange, attempts, route, body);
    }
}
