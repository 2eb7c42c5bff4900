using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes what the user said beside results of tool calls, and the pictures and files in those results.</summary>
/// <param name="written">The results that stand in tool messages already.</param>
internal sealed class UserMessageWriter(Route route, IReadOnlySet<ToolResultBlock> written)
{
    private readonly Dialect _dialect = route.Dialect;

    /// <summary>False when there is nothing to say.</summary>
    /// <param name="followsResult">The last message was a tool's.</param>
    public bool Write(ref JsonWriter json, ImmutableArray<ContentBlock> blocks, bool followsResult)
    {
        blocks = FlatContent.Flatten(blocks);
        if (!blocks.Any(HasContent))
            return false;
        var content = new UserContent(inParts: blocks.Any(HasMedia), _dialect);
        json.Comma();
        if (followsResult && route.HasMistralTemplate)
            json.Raw("{\"role\":\"assistant\",\"content\":\"Understood.\"},"u8);
        json.Raw("{\"role\":\"user\",\"content\":"u8);
        content.Begin(ref json);
        foreach (var block in blocks)
        {
            if (block is ToolResultBlock result)
                WriteResult(ref json, ref content, result);
            else if (MediaPart.Exists(block, _dialect))
                MediaPart.Write(ref json, block, _dialect);
            else if (BlockText.Exists(block))
                WriteText(ref json, ref content, block);
        }

        content.End(ref json);
        json.Raw("}"u8);
        return true;
    }

    private bool HasContent(ContentBlock block) =>
        block is ToolResultBlock result ? !written.Contains(result) || HasMedia(result) : BlockText.Exists(block) || HasMedia(block);

    private bool HasMedia(ContentBlock block) =>
        block is ToolResultBlock result
            ? !HoldsOwnMedia(result) && FlatContent.Flatten(result.Content).Any(HasMedia) : MediaPart.Exists(block, _dialect);

    /// <summary>Tool outputs of the Responses API hold their pictures themselves.</summary>
    private bool HoldsOwnMedia(ToolResultBlock result) => _dialect.HasInputParts && written.Contains(result);

    private static void WriteText(ref JsonWriter json, ref UserContent content, ContentBlock block)
    {
        content.BeginText(ref json);
        BlockText.Write(ref json, block);
        content.EndText(ref json);
    }

    private void WriteResult(ref JsonWriter json, ref UserContent content, ToolResultBlock result)
    {
        if (HoldsOwnMedia(result))
            return;
        if (!written.Contains(result))
            WriteOrphan(ref json, ref content, result);
        foreach (var block in FlatContent.Flatten(result.Content))
        {
            if (!MediaPart.Exists(block, _dialect))
                continue;
            content.BeginText(ref json);
            json.Raw("[from the result of tool call "u8);
            ToolCallId.WriteInside(ref json, result.ToolUseId, route.HasMistralTemplate);
            json.Raw("]"u8);
            content.EndText(ref json);
            MediaPart.Write(ref json, block, _dialect);
        }
    }

    /// <summary>
    /// A tool message without its call is refused, so the result of a call that the conversation has lost becomes the user's words.
    /// </summary>
    private void WriteOrphan(ref JsonWriter json, ref UserContent content, ToolResultBlock result)
    {
        content.BeginText(ref json);
        json.Raw("[result of an earlier tool call]\\n"u8);
        ToolResultText.Write(ref json, result, _dialect);
        content.EndText(ref json);
    }
}
