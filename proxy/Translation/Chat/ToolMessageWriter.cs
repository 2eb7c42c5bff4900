using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Writes the answer to one tool call; it holds text alone, pictures and files follow in a user message.</summary>
internal static class ToolMessageWriter
{
    public static ReadOnlySpan<byte> NoResult => "[no result: the call was not carried out]"u8;

    /// <param name="answer">Null when the client gave none: providers refuse an unanswered call.</param>
    public static void Write(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? answer, Dialect dialect)
    {
        json.Raw(",{\"role\":\"tool\",\"tool_call_id\":"u8);
        ToolCallId.Write(ref json, call.Id);
        json.Raw(",\"content\":\""u8);
        if (answer is null) json.Raw(NoResult);
        else WriteText(ref json, answer, dialect);
        json.Raw("\"}"u8);
    }

    public static void WriteText(ref JsonWriter json, ToolResultBlock answer, Dialect dialect)
    {
        if (answer.IsError) json.Raw("Error: "u8);
        var any = false;
        foreach (var block in FlatContent.Of(answer.Content))
        {
            if (!BlockText.Exists(block)) continue;
            if (any) json.Raw("\\n"u8);
            any = true;
            if (!MediaPart.Exists(block, dialect)) BlockText.Write(ref json, block);
            else json.Raw(block is ImageBlock ? "[image: see the user's next message]"u8 : "[document: see the user's next message]"u8);
        }
    }
}
