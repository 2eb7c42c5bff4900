using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes instructions, at the start or within the conversation, as one system message.</summary>
internal static class SystemMessageWriter
{
    public static void Write(ref JsonWriter json, ImmutableArray<ContentBlock> content)
    {
        if (content is [TextBlock { Text: var first }, ..] && IsBillingHeader(first, json.Source))
            content = content.RemoveAt(0);
        if (!BlockText.Any(content))
            return;
        json.Comma();
        json.Raw("{\"role\":\"system\",\"content\":\""u8);
        BlockText.WriteJoined(ref json, content);
        json.Raw("\"}"u8);
    }

    /// <summary>
    /// Claude Code's first system block is a line for Anthropic's accounting, which would only spoil other providers' prompt caches.
    /// </summary>
    private static bool IsBillingHeader(JsonText text, ReadOnlySpan<byte> source) => text.StartsWith(source, "x-anthropic-billing-header:"u8);
}
