using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation;

namespace ClaudeCodeProxy.Server;

/// <summary><c>POST /v1/messages/count_tokens</c>: an estimate; no upstream is asked.</summary>
internal sealed class CountTokensEndpoint(ProxyOptions options)
{
    public async ValueTask Handle(Exchange exchange)
    {
        using var body = await RequestBody.Read(exchange, options.MaxRequestBytes);
        var tokens = TokenEstimate.InputTokens(MessagesRequest.ParseCountTokens(body.Bytes));
        using var answer = new PooledBuffer(64);
        Write(answer, tokens);
        await exchange.Answer(200, answer.WrittenMemory);
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
