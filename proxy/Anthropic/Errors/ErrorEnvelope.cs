using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Errors;

/// <summary>Writes the body of an error response: <c>{"type":"error","error":{"type","message"},"request_id"}</c>.</summary>
internal static class ErrorEnvelope
{
    public static void Write(ApiError error, string requestId, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, default);
        json.Raw("{\"type\":\"error\",\"error\":"u8);
        WriteError(ref json, error);
        json.Raw(",\"request_id\":"u8);
        json.Text(requestId);
        json.Raw("}"u8);
        json.Commit();
    }

    /// <summary>The inner object, which error events of a stream have too.</summary>
    public static void WriteError(ref JsonWriter json, ApiError error)
    {
        json.Raw("{\"type\":"u8);
        json.Text(error.Type);
        json.Raw(",\"message\":"u8);
        json.Text(error.Message);
        json.Raw("}"u8);
    }
}
