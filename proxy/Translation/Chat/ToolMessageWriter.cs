using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the answer to one tool call; it holds text alone, pictures and files follow in a user message.</summary>
internal static class ToolMessageWriter
{
    /// <param name="answer">Null when the client gave none: providers refuse an unanswered call.</param>
    public static void Write(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? answer, Dialect dialect)
    {
        json.Raw(",{\"role\":\"tool\",\"tool_call_id\":"u8);
        ToolCallId.Write(ref json, call.Id);
        json.Raw(",\"content\":\""u8);
        if (answer is null) json.Raw(ToolResultText.None);
        else ToolResultText.Write(ref json, answer, dialect);
        json.Raw("\"}"u8);
    }
}
