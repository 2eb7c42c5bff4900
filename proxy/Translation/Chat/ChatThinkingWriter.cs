using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>
/// Writes the thinking of an earlier message of the assistant, where the provider wants to see it again: as <c>reasoning_details</c> (OpenRouter), or
/// its words as <c>reasoning_content</c> (DeepSeek, Kimi, …), of which a client that does not show them has them in the signature.
/// </summary>
internal sealed class ChatThinkingWriter(Route route)
{
    private readonly byte[]? _detailsStart = route.Dialect.KeepsReasoningDetails ? ReasoningDetails.Start(route.UpstreamModel) : null;

    public void Write(ref JsonWriter json, ImmutableArray<ContentBlock> content, bool hasCalls)
    {
        if (!WriteDetails(ref json, content) && route.Replay != ReasoningReplay.Never)
            WriteWords(ref json, content, hasCalls);
    }

    /// <summary>False when there are none.</summary>
    private bool WriteDetails(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        if (_detailsStart is null)
            return false;
        var any = false;
        foreach (var block in content)
        {
            var details = ReasoningDetails.Read(Signature(block, json.Source), _detailsStart);
            if (details.IsEmpty)
                continue;
            json.Raw(any ? ","u8 : ",\"reasoning_details\":["u8);
            json.Raw(details);
            any = true;
        }

        if (any)
            json.Raw("]"u8);
        return any;
    }

    private static ReadOnlySpan<byte> Signature(ContentBlock block, ReadOnlySpan<byte> source) => block switch
    {
        ThinkingBlock thinking => thinking.Signature.In(source),
        ToolUseBlock call => ToolCallId.Signature(call.Id.In(source)),
        _ => default,
    };

    /// <summary>Where the member must be there it must hold something, even where another model spoke and did not think.</summary>
    private void WriteWords(ref JsonWriter json, ImmutableArray<ContentBlock> content, bool hasCalls)
    {
        var isWanted = route.Replay == ReasoningReplay.Everywhere || (hasCalls && route.Replay == ReasoningReplay.BesideCalls);
        if (!isWanted && !HasWords(content, json.Source))
            return;
        json.Raw(",\"reasoning_content\":\""u8);
        var any = false;
        foreach (var block in content)
        {
            if (block is ThinkingBlock thinking)
                any |= WriteWords(ref json, thinking);
        }

        if (!any)
            json.Raw(" "u8);
        json.Raw("\""u8);
    }

    private static bool HasWords(ImmutableArray<ContentBlock> content, ReadOnlySpan<byte> source)
    {
        foreach (var block in content)
        {
            if (block is ThinkingBlock thinking && (!thinking.Text.IsEmpty || HiddenThinking.IsIn(thinking.Signature, source)))
                return true;
        }

        return false;
    }

    /// <summary>False when there are none.</summary>
    private static bool WriteWords(ref JsonWriter json, ThinkingBlock thinking)
    {
        if (thinking.Text.IsEmpty)
            return HiddenThinking.Write(ref json, thinking.Signature);
        json.Content(thinking.Text);
        return true;
    }
}
