using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes what the assistant said and called. Its thinking stays out: no provider served here asks for it back.</summary>
internal static class AssistantMessageWriter
{
    public static void Write(ref JsonWriter json, Message message)
    {
        var content = message.Content.RemoveAll(static block => block is OpaqueBlock);
        var hasText = BlockText.Any(content);
        var hasCalls = content.Any(static block => block is ToolUseBlock);
        if (!hasText && !hasCalls) return;
        json.Comma();
        json.Raw("{\"role\":\"assistant\",\"content\":"u8);
        if (hasText) WriteText(ref json, content);
        else json.Raw("null"u8);
        if (hasCalls) WriteCalls(ref json, content);
        json.Raw("}"u8);
    }

    private static void WriteText(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        json.Raw("\""u8);
        BlockText.WriteJoined(ref json, content);
        json.Raw("\""u8);
    }

    private static void WriteCalls(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        json.Raw(",\"tool_calls\":["u8);
        foreach (var block in content)
        {
            if (block is not ToolUseBlock call) continue;
            json.Comma();
            json.Raw("{\"id\":"u8);
            json.Text(ToolCallId.ForUpstream(call.Id, json.Source));
            json.Raw(",\"type\":\"function\",\"function\":{\"name\":"u8);
            ToolName.Write(ref json, call.Name);
            json.Raw(",\"arguments\":\""u8);
            json.Escape(call.Input.IsPresent ? call.Input.In(json.Source) : "{}"u8);
            json.Raw("\"}}"u8);
        }

        json.Raw("]"u8);
    }
}
