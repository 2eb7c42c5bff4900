using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>The ids that clients see on tool calls; <see cref="ToolCallId"/> is the way back.</summary>
internal static class ToolUseId
{
    /// <param name="upstreamId">Escaped; empty when the upstream gave none.</param>
    /// <param name="number">The call's number in its message, from 0.</param>
    /// <param name="signature">The thought signature beside the call, escaped; empty when there is none.</param>
    public static byte[] Create(ReadOnlySpan<byte> upstreamId, ResponseContext context, int number, ReadOnlySpan<byte> signature = default) =>
        ToolCallId.ForClient(upstreamId.IsEmpty ? Made(context, number) : Plain(upstreamId), Plain(signature));

    private static byte[] Made(ResponseContext context, int number) =>
        Encoding.UTF8.GetBytes($"{context.MessageId.Replace("msg_", "", StringComparison.Ordinal)}_{number}");

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
            return escaped;
        var plain = new byte[escaped.Length];
        return plain.AsSpan(0, JsonEscapes.Unescape(escaped, plain));
    }
}
