using System.Text;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation.Answers;

/// <summary>The ids that clients see on tool calls; <see cref="ToolCallId"/> is the way back.</summary>
internal static class ToolUseId
{
    /// <param name="upstreamId">Escaped; empty when the upstream gave none.</param>
    /// <param name="number">The call's number in its message, from 0.</param>
    public static byte[] For(ReadOnlySpan<byte> upstreamId, AnswerContext context, int number)
    {
        if (upstreamId.StartsWith(ToolCallId.Prefix)) return upstreamId.ToArray();
        if (!upstreamId.IsEmpty) return [.. ToolCallId.Prefix, .. upstreamId];
        return [.. ToolCallId.Prefix, .. Encoding.UTF8.GetBytes($"{context.MessageId.Replace("msg_", "", StringComparison.Ordinal)}_{number}")];
    }
}
