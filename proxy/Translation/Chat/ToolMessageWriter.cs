using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the response to one tool call; it holds text alone, pictures and files follow in a user message.</summary>
internal static class ToolMessageWriter
{
    /// <param name="result">Null when the client gave none: providers refuse a call without a result.</param>
    public static void Write(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? result, Route route)
    {
        json.Raw(",{\"role\":\"tool\",\"tool_call_id\":"u8);
        ToolCallId.Write(ref json, call.Id, route.HasMistralTemplate);
        json.Raw(",\"content\":\""u8);
        if (result is null)
            json.Raw(ToolResultText.None);
        else
            ToolResultText.Write(ref json, result, route.Dialect);
        json.Raw("\"}"u8);
    }
}
