using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Schemas;

namespace Proxy.Tests.Translation;

/// <summary>
/// The translators as every test calls them: what they write is held against the schema of its wire. For streams see <see cref="CheckedStream"/>.
/// </summary>
internal static class Checked
{
    public static string Request(MessagesRequest request, Route route) => Translate(request, route).Body;

    /// <summary>What of a request does not reach the upstream.</summary>
    public static Degradation Lost(MessagesRequest request, Route route) => Translate(request, route).Lost;

    public static string Answer(ReadOnlyMemory<byte> upstream, ResponseContext context)
    {
        using var output = new PooledBuffer(16);
        using var translator = new ResponseTranslator(context, output);
        translator.Take(upstream.Span);
        translator.Conclude();
        var message = Encoding.UTF8.GetString(output.WrittenSpan);
        WireSchema.Answer.Check(UntypedMembers.TakeOut(message));
        return message;
    }

    public static ApiError UpstreamError(int status, ReadOnlySpan<byte> body)
    {
        var error = UpstreamErrorTranslator.Translate(status, body);
        Error(error, "req_test");
        return error;
    }

    public static string Error(ApiError error, string requestId)
    {
        using var output = new PooledBuffer(16);
        ErrorEnvelope.Write(error, requestId, output);
        var envelope = Encoding.UTF8.GetString(output.WrittenSpan);
        WireSchema.Error.Check(envelope);
        return envelope;
    }

    private static (string Body, Degradation Lost) Translate(MessagesRequest request, Route route)
    {
        using var output = new PooledBuffer(16);
        var lost = RequestTranslator.Translate(request, route, output);
        var body = Encoding.UTF8.GetString(output.WrittenSpan);
        UpstreamRequest.Check(body, route.Api == Api.Responses ? "/responses" : ChatCompletions.Path, route.Provider.ToString());
        return (body, lost);
    }
}
