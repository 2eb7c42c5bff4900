using System.Buffers;

namespace ClaudeCodeProxy.Anthropic;

/// <summary>Writes the body of an error answer: <c>{"type":"error","error":{"type","message"},"request_id"}</c>.</summary>
internal static class ErrorEnvelope
{
    public static void Write(ApiError error, string requestId, IBufferWriter<byte> output) => throw new NotImplementedException();
}
