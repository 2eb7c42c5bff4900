using System.Buffers;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>Writes a response as the events of a stream, each as one whole SSE frame.</summary>
internal sealed class EventWriter(IBufferWriter<byte> output) : ResponseWriter
{
    public override void MessageStart(string id, string model, Usage usage)
    {
        var json = new JsonWriter(output, default);
        json.Raw("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":"u8);
        json.Text(id);
        json.Raw(",\"type\":\"message\",\"role\":\"assistant\",\"model\":"u8);
        json.Text(model);
        json.Raw(",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":"u8);
        usage.Write(ref json);
        json.Raw("}}\n\n"u8);
        json.Commit();
        Ping();
    }

    public override void TextStart(int index) => BlockStart(index, "{\"type\":\"text\",\"text\":\"\"}"u8);

    public override void ThinkingStart(int index) => BlockStart(index, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"u8);

    public override void ToolStart(int index, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name) => CallStart(index, "tool_use"u8, id, name);

    public override void SearchStart(int index, ReadOnlySpan<byte> id) => CallStart(index, "server_tool_use"u8, id, "web_search"u8);

    public override void WholeStart(int index, ReadOnlySpan<byte> block) => BlockStart(index, block);

    public override void Delta(int index, BlockKind kind, ReadOnlySpan<byte> escaped)
    {
        var json = new JsonWriter(output, default);
        BeginDelta(ref json, index);
        json.Raw(kind switch
        {
            BlockKind.Text => ",\"delta\":{\"type\":\"text_delta\",\"text\":\""u8,
            BlockKind.Thinking => ",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\""u8,
            _ => ",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\""u8,
        });
        json.Raw(escaped);
        json.Raw("\"}}\n\n"u8);
        json.Commit();
    }

    public override void Citation(int index, ReadOnlySpan<byte> citation)
    {
        var json = new JsonWriter(output, default);
        BeginDelta(ref json, index);
        json.Raw(",\"delta\":{\"type\":\"citations_delta\",\"citation\":"u8);
        json.Raw(citation);
        json.Raw("}}\n\n"u8);
        json.Commit();
    }

    public override void Signature(int index, ReadOnlySpan<byte> escaped)
    {
        var json = new JsonWriter(output, default);
        BeginDelta(ref json, index);
        json.Raw(",\"delta\":{\"type\":\"signature_delta\",\"signature\":\""u8);
        json.Raw(escaped);
        json.Raw("\"}}\n\n"u8);
        json.Commit();
    }

    public override void BlockStop(int index)
    {
        var json = new JsonWriter(output, default);
        json.Raw("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":"u8);
        json.Number(index);
        json.Raw("}\n\n"u8);
        json.Commit();
    }

    public override void MessageDelta(StopReason reason, string? stopSequence, ReadOnlySpan<byte> safeguards, Usage usage)
    {
        var json = new JsonWriter(output, default);
        json.Raw("event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{"u8);
        reason.Write(ref json, stopSequence);
        SafeguardResults.Write(ref json, safeguards);
        json.Raw("},\"usage\":"u8);
        usage.Write(ref json);
        json.Raw("}\n\n"u8);
        json.Commit();
    }

    public override void MessageStop() => output.Write("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"u8);

    public void Ping() => output.Write("event: ping\ndata: {\"type\":\"ping\"}\n\n"u8);

    public void Error(ApiError error)
    {
        var json = new JsonWriter(output, default);
        json.Raw("event: error\ndata: {\"type\":\"error\",\"error\":"u8);
        ErrorEnvelope.WriteError(ref json, error);
        json.Raw("}\n\n"u8);
        json.Commit();
    }

    private static void BeginBlockStart(ref JsonWriter json, int index)
    {
        json.Raw("event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":"u8);
        json.Number(index);
        json.Raw(",\"content_block\":"u8);
    }

    private static void BeginDelta(ref JsonWriter json, int index)
    {
        json.Raw("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":"u8);
        json.Number(index);
    }

    private void CallStart(int index, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        var json = new JsonWriter(output, default);
        BeginBlockStart(ref json, index);
        json.Raw("{\"type\":\""u8);
        json.Raw(type);
        json.Raw("\",\"id\":\""u8);
        json.Raw(id);
        json.Raw("\",\"name\":\""u8);
        json.Raw(name);
        json.Raw("\",\"caller\":{\"type\":\"direct\"},\"input\":{}}}\n\n"u8);
        json.Commit();
    }

    private void BlockStart(int index, ReadOnlySpan<byte> block)
    {
        var json = new JsonWriter(output, default);
        BeginBlockStart(ref json, index);
        json.Raw(block);
        json.Raw("}\n\n"u8);
        json.Commit();
    }
}
