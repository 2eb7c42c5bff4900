using System.Buffers;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation;

/// <summary>
/// Writes an Anthropic request as the body of an OpenAI <c>/chat/completions</c> call. Only what is written by name here goes upstream.
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
        json.Raw(",\"messages\":["u8);
        new ConversationWriter(request, route).Write(ref json);
        json.Raw("]"u8);
        ToolsWriter.Write(ref json, request, route, lost);
        OptionsWriter.Write(ref json, request, route, lost);
        json.Raw("}"u8);
        json.Commit();
        ContentLosses.Count(request, route.Dialect, lost);
        return lost;
    }
}
