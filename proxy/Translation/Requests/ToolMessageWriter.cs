using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes the answer to one tool call; it holds text alone, pictures follow in a user message.</summary>
internal static class ToolMessageWriter
{
    /// <param name="answer">Null when the client gave none: providers refuse an unanswered call.</param>
    public static void Write(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? answer)
    {
        json.Raw(",{\"role\":\"tool\",\"tool_call_id\":"u8);
        json.Text(ToolCallId.ForUpstream(call.Id, json.Source));
        json.Raw(",\"content\":\""u8);
        if (answer is null) json.Raw("[no result: the call was not carried out]"u8);
        else WriteText(ref json, answer);
        json.Raw("\"}"u8);
    }

    public static void WriteText(ref JsonWriter json, ToolResultBlock answer)
    {
        if (answer.IsError) json.Raw("Error: "u8);
        BlockText.WriteJoined(ref json, answer.Content);
    }
}
