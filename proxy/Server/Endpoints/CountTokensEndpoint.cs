using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages/count_tokens</c>: an estimate without asking an upstream, unless Anthropic itself can count.</summary>
internal sealed class CountTokensEndpoint(ServerContext server, PassthroughMessages passthrough)
{
    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var output = new PooledBuffer();
        if (await ReadAsync(exchange, output) is { } call)
            await passthrough.ServeAsync(exchange, call, output.WrittenMemory, "/count_tokens");
        else
            await exchange.RespondAsync(200, output.WrittenMemory);
    }

    /// <summary>Writes the response; or the request for the upstream of the route that it gives.</summary>
    private async ValueTask<PassthroughCall?> ReadAsync(Exchange exchange, PooledBuffer output)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        if (passthrough.Take(exchange.RequestId, body.Bytes.Span, output) is { } call)
            return call;
        Write(output, TokenEstimate.InputTokens(MessagesRequest.ParseCountTokens(body.Bytes)));
        return null;
    }

    private static void Write(PooledBuffer output, int tokens)
    {
        var json = new JsonWriter(output, default);
        json.Raw("{\"input_tokens\":"u8);
        json.Number(tokens);
        json.Raw("}"u8);
        json.Commit();
    }
}
