using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages/count_tokens</c>: an estimate without asking an upstream, unless Anthropic itself can count.</summary>
internal sealed class CountTokensEndpoint(ProxyOptions options, Passthrough passthrough)
{
    public async ValueTask Handle(Exchange exchange)
    {
        using var output = new PooledBuffer();
        if (await Read(exchange, output) is { } route) await passthrough.Serve(exchange, route, output.WrittenMemory, "/count_tokens");
        else await exchange.Answer(200, output.WrittenMemory);
    }

    /// <summary>Writes the answer; or the request for the upstream of the route that it gives.</summary>
    private async ValueTask<Route?> Read(Exchange exchange, PooledBuffer output)
    {
        using var body = await RequestBody.Read(exchange, options.MaxRequestBytes);
        if (passthrough.Take(exchange.RequestId, body.Bytes.Span, output) is { } route) return route;
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
