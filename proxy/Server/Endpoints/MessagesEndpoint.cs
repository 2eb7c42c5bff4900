using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages</c>: passed through to Anthropic's own API, or translated for another.</summary>
internal sealed class MessagesEndpoint(ServerContext server, PassthroughMessages passthrough)
{
    private readonly TranslatedMessages _translated = new(server);

    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var sent = new PooledBuffer(64 << 10);
        switch (await ReadAsync(exchange, sent))
        {
            case TranslatedCall call: await _translated.ServeAsync(exchange, call, sent.WrittenMemory); break;
            case PassthroughCall call: await passthrough.ServeAsync(exchange, call, sent.WrittenMemory); break;
        }
    }

    /// <summary>Writes the request as it goes upstream and gives up the client's body.</summary>
    private async ValueTask<UpstreamCall> ReadAsync(Exchange exchange, PooledBuffer output)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        return passthrough.Take(exchange.RequestId, body.Bytes.Span, output) as UpstreamCall ?? _translated.Translate(exchange, body.Bytes, output);
    }
}
