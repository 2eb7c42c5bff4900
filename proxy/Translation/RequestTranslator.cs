using System.Buffers;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Chat;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.ResponsesApi;

namespace ClaudeCodeProxy.Translation;

/// <summary>
/// Writes an Anthropic request as the body of a call of one of OpenAI's two APIs. Only what is written by name here goes upstream.
/// </summary>
internal static class RequestTranslator
{
    /// <summary>Returns what of the request could not be said.</summary>
    public static Degradation Translate(MessagesRequest request, Route route, IBufferWriter<byte> output)
    {
        var lost = new Degradation();
        var json = new JsonWriter(output, request.Body.Span);
        json.Raw("{\"model\":"u8);
        json.Text(route.UpstreamModel);
        if (route.Api == Api.Responses)
            ResponsesRequestWriter.Write(ref json, request, route, lost);
        else
            ChatRequestWriter.Write(ref json, request, route, lost);
        json.Raw("}"u8);
        json.Commit();
        ContentLosses.Count(request, route.Dialect, lost);
        return lost;
    }
}
