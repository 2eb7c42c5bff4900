using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>
/// Writes what the assistant said and called. Its thinking stays out, unless the provider's models must see it again (DeepSeek, Kimi).
/// </summary>
internal sealed class ChatTurnWriter(Route route) : TurnWriter
{
    private readonly ChatThinkingWriter _thinking = new(route);

    public override void Write(ref JsonWriter json, Message message, bool isPrefill)
    {
        var content = message.Content.RemoveAll(static block => block is OpaqueBlock);
        var hasText = BlockText.Any(content);
        var hasCalls = content.Any(static block => block is ToolUseBlock);
        if (!hasText && !hasCalls)
            return;
        json.Comma();
        json.Raw("{\"role\":\"assistant\",\"content\":"u8);
        if (hasText)
            WriteText(ref json, content);
        else
            json.Raw("null"u8);
        _thinking.Write(ref json, content, hasCalls);
        if (hasCalls)
            WriteCalls(ref json, content);
        if (isPrefill && route.Dialect.Prefill == PrefillForm.Partial)
            json.Raw(",\"partial\":true"u8);
        else if (isPrefill && route.Dialect.Prefill == PrefillForm.Prefix)
            json.Raw(",\"prefix\":true"u8);
        json.Raw("}"u8);
    }

    public override void WriteResult(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? result) =>
        ToolMessageWriter.Write(ref json, call, result, route);

    private static void WriteText(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        json.Raw("\""u8);
        BlockText.WriteJoined(ref json, content);
        json.Raw("\""u8);
    }

    private void WriteCalls(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        json.Raw(",\"tool_calls\":["u8);
        var isFirst = true;
        foreach (var block in content)
        {
            if (block is not ToolUseBlock call)
                continue;
            json.Comma();
            json.Raw("{\"id\":"u8);
            ToolCallId.Write(ref json, call.Id, route.HasMistralTemplate);
            json.Raw(",\"type\":\"function\",\"function\":{\"name\":"u8);
            ToolName.Write(ref json, call.Name);
            json.Raw(",\"arguments\":\""u8);
            json.Escape(call.Input.IsPresent ? call.Input.In(json.Source) : "{}"u8);
            json.Raw("\"}"u8);
            if (route.Dialect.KeepsThoughtSignatures)
                WriteSignature(ref json, call, isWanted: isFirst);
            json.Raw("}"u8);
            isFirst = false;
        }

        json.Raw("]"u8);
    }

    /// <summary>
    /// For a call that another model made Google documents a signature that its check lets pass. It looks at those of the current turn alone, but
    /// what
    /// came and went would spoil its prompt cache.
    /// </summary>
    private void WriteSignature(ref JsonWriter json, ToolUseBlock call, bool isWanted)
    {
        var signature = ToolCallId.Signature(call.Id.In(json.Source));
        if (ProxySignature.IsOurs(signature))
            signature = default;
        if (signature.IsEmpty && isWanted && route.Traits.WantsThoughtSignature == true)
            signature = "skip_thought_signature_validator"u8;
        if (signature.IsEmpty)
            return;
        json.Raw(",\"extra_content\":{\"google\":{\"thought_signature\":\""u8);
        json.Escape(signature);
        json.Raw("\"}}"u8);
    }
}
