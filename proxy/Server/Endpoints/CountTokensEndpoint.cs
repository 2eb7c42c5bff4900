using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary><c>POST /v1/messages/count_tokens</c>: an estimate without asking an upstream, unless Anthropic itself can count.</summary>
internal sealed class CountTokensEndpoint(ServerContext server, PassthroughMessages passthrough)
{
    public async ValueTask HandleAsync(Exchange exchange)
    {
        using var body = await RequestBody.ReadAsync(exchange, server.Options.MaxRequestBytes);
        if (passthrough.FindRoute(body.Bytes.Span) is { } route)
        {
            // Another model would count other tokens.
            var only = route with { Fallback = null };
            var attempts = server.NewAttempts(exchange, exchange.Record);
            await attempts.RunAsync(() => CountAsync(exchange, attempts, only, body), exchange.ClientGone, server.Shutdown);
        }
        else
        {
            await EstimateAsync(exchange, body);
        }
    }

    private ValueTask CountAsync(Exchange exchange, Attempts attempts, Route route, RequestBody body)
    {
        if (attempts.IsRepeated)
            exchange.Restart();
        return passthrough.ServeAsync(exchange, attempts, route, body, "/count_tokens");
    }

    private static async ValueTask EstimateAsync(Exchange exchange, RequestBody body)
    {
        ApiVersion.Check(exchange.Headers);
        using var output = new PooledBuffer(64);
        Write(output, TokenEstimate.InputTokens(Conversation.Resolve(MessagesRequest.ParseCountTokens(body.Bytes))));
        await exchange.RespondAsync(200, output.WrittenMemory);
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
