using System.Collections.Immutable;
using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Writes the assistant's turns as items: what it said, its calls, and before them the reasoning that led there, if it was this model's.
/// </summary>
internal sealed class ResponsesTurnWriter(Route route) : TurnWriter
{
    /// <summary>The calls by their upstream ids, each with the first that had it.</summary>
    private readonly Dictionary<string, ToolUseBlock> _calls = new(StringComparer.Ordinal);

    public override void Write(ref JsonWriter json, Message message, bool isPrefill)
    {
        var inText = false;
        for (var index = 0; index < message.Content.Length; index++)
        {
            var block = message.Content[index];
            if (block is ToolUseBlock or ThinkingBlock)
                EndText(ref json, ref inText);
            if (block is ToolUseBlock call)
                WriteCall(ref json, call);
            else if (block is ThinkingBlock thinking && LeadsOn(message.Content, index))
                WriteThinking(ref json, thinking);
            else if (IsSaid(block))
                WriteText(ref json, block, ref inText);
        }

        EndText(ref json, ref inText);
    }

    public override void WriteResult(ref JsonWriter json, ToolUseBlock call, ToolResultBlock? result)
    {
        json.Raw(",{\"type\":\"function_call_output\",\"call_id\":"u8);
        WriteId(ref json, call);
        json.Raw(",\"output\":"u8);
        WriteOutput(ref json, result);
        json.Raw("}"u8);
    }

    private static bool IsSaid(ContentBlock block) => BlockText.Exists(block) && block is not OpaqueBlock;

    /// <summary>Reasoning is refused without what it led to, which a response that was cut does not have.</summary>
    private static bool LeadsOn(ImmutableArray<ContentBlock> content, int thinking)
    {
        foreach (var block in content.AsSpan()[(thinking + 1)..])
        {
            if (block is ToolUseBlock || IsSaid(block))
                return true;
        }

        return false;
    }

    private static void WriteText(ref JsonWriter json, ContentBlock block, ref bool inText)
    {
        if (!inText)
            json.Comma();
        json.Raw(inText ? "\\n"u8 : "{\"role\":\"assistant\",\"content\":\""u8);
        BlockText.Write(ref json, block);
        inText = true;
    }

    private static void EndText(ref JsonWriter json, ref bool inText)
    {
        if (inText)
            json.Raw("\"}"u8);
        inText = false;
    }

    /// <summary>An output finds its call among all that are in the input.</summary>
    private void WriteId(ref JsonWriter json, ToolUseBlock call)
    {
        var id = Encoding.UTF8.GetString(ToolCallMark.TakeOff(call.Id.In(json.Source)));
        if (_calls.TryAdd(id, call) || ReferenceEquals(_calls[id], call))
            ToolCallId.Write(ref json, call.Id);
        else
            ToolCallId.WriteUnique(ref json, call.Id);
    }

    private void WriteCall(ref JsonWriter json, ToolUseBlock call)
    {
        json.Comma();
        json.Raw("{\"type\":\"function_call\",\"call_id\":"u8);
        WriteId(ref json, call);
        json.Raw(",\"name\":"u8);
        ToolName.Write(ref json, call.Name);
        json.Raw(",\"arguments\":\""u8);
        json.Escape(call.Input.IsPresent ? call.Input.In(json.Source) : "{}"u8);
        json.Raw("\"}"u8);
    }

    private void WriteThinking(ref JsonWriter json, ThinkingBlock thinking)
    {
        if (route.Refuses(RequestOption.EncryptedReasoning))
            return;
        if (!ReasoningSignature.TryRead(thinking.Signature, json.Source, route.UpstreamModel, out var item))
            return;
        json.Comma();
        json.Raw("{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":"u8);
        json.Text(item.EncryptedContent);
        json.Raw("}"u8);
    }

    private void WriteOutput(ref JsonWriter json, ToolResultBlock? result)
    {
        var blocks = FlatContent.Flatten(result?.Content ?? []);
        var content = new UserContent(inParts: blocks.Any(block => MediaPart.Exists(block, route.Dialect)), route.Dialect);
        content.Begin(ref json);
        if (result is null)
            json.Raw(ToolResultText.None);
        var isMarked = result is not { IsError: true };
        foreach (var block in blocks)
        {
            var isMedia = MediaPart.Exists(block, route.Dialect);
            if (isMedia && !isMarked)
                WriteText(ref json, ref content, null, ref isMarked);
            if (isMedia)
                MediaPart.Write(ref json, block, route.Dialect);
            else if (BlockText.Exists(block))
                WriteText(ref json, ref content, block, ref isMarked);
        }

        if (!isMarked)
            WriteText(ref json, ref content, null, ref isMarked);
        content.End(ref json);
    }

    /// <param name="isMarked">The mark of a failed call has been written, or is not needed.</param>
    private static void WriteText(ref JsonWriter json, ref UserContent content, ContentBlock? block, ref bool isMarked)
    {
        content.BeginText(ref json);
        if (!isMarked)
            json.Raw("Error: "u8);
        isMarked = true;
        if (block is not null)
            BlockText.Write(ref json, block);
        content.EndText(ref json);
    }
}
