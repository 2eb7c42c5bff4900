using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// Ids of tool calls: Anthropic's begin with <c>toolu_</c>, so that is put before an upstream's id on its way to the client and taken off again on
/// its way back. Some upstreams (Kimi) want to see their own ids.
/// </summary>
internal static class ToolCallId
{
    public static ReadOnlySpan<byte> Prefix => "toolu_"u8;

    public static JsonText ForUpstream(JsonText id, ReadOnlySpan<byte> source) =>
        id.Length > Prefix.Length && id.StartsWith(source, Prefix) ? id.Skip(Prefix.Length) : id;
}
