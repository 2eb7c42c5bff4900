using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>Writes a response as one message. A tool call is written when it is complete, so that an unfinished one is left out.</summary>
internal sealed class MessageWriter(IBufferWriter<byte> output) : ResponseWriter, IDisposable
{
    private readonly PooledBuffer _call = new(1024);
    private readonly PooledBuffer _input = new(1024);
    private Part _open;
    private bool _anyBlock;

    /// <summary>Where in a block the output is.</summary>
    private enum Part
    {
        Text,
        Citations,
        Thoughts,
        Signature,
        Call,
        Whole,
    }

    public override void MessageStart(string id, string model, Usage usage)
    {
        var json = new JsonWriter(output, default);
        json.Raw("{\"id\":"u8);
        json.Text(id);
        json.Raw(",\"type\":\"message\",\"role\":\"assistant\",\"model\":"u8);
        json.Text(model);
        json.Raw(",\"content\":["u8);
        json.Commit();
    }

    public override void TextStart(int index) => Begin(Part.Text, "{\"type\":\"text\",\"text\":\""u8);

    public override void ThinkingStart(int index) => Begin(Part.Thoughts, "{\"type\":\"thinking\",\"thinking\":\""u8);

    public override void ToolStart(int index, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name) => BeginCall("tool_use"u8, id, name);

    public override void SearchStart(int index, ReadOnlySpan<byte> id) => BeginCall("server_tool_use"u8, id, "web_search"u8);

    public override void WholeStart(int index, ReadOnlySpan<byte> block) => Begin(Part.Whole, block);

    public override void Delta(int index, BlockKind kind, ReadOnlySpan<byte> escaped)
    {
        if (kind == BlockKind.ToolUse)
            _input.Append(escaped);
        else
            output.Write(escaped);
    }

    public override void Citation(int index, ReadOnlySpan<byte> citation)
    {
        output.Write(_open == Part.Text ? "\",\"citations\":["u8 : ","u8);
        output.Write(citation);
        _open = Part.Citations;
    }

    public override void Signature(int index, ReadOnlySpan<byte> escaped)
    {
        output.Write("\",\"signature\":\""u8);
        output.Write(escaped);
        _open = Part.Signature;
    }

    public override void BlockStop(int index)
    {
        switch (_open)
        {
            case Part.Text or Part.Signature: output.Write("\"}"u8); break;
            case Part.Thoughts: output.Write("\",\"signature\":\"\"}"u8); break;
            case Part.Citations: output.Write("]}"u8); break;
            case Part.Call: WriteCall(); break;
        }
    }

    public override void MessageDelta(StopReason reason, string? stopSequence, ReadOnlySpan<byte> safeguards, Usage usage)
    {
        var json = new JsonWriter(output, default);
        json.Raw("],"u8);
        reason.Write(ref json, stopSequence);
        SafeguardResults.Write(ref json, safeguards);
        json.Raw(",\"usage\":"u8);
        usage.Write(ref json);
        json.Commit();
    }

    public override void MessageStop() => output.Write("}"u8);

    public void Dispose()
    {
        _call.Dispose();
        _input.Dispose();
    }

    private void Begin(Part part, ReadOnlySpan<byte> start)
    {
        if (_anyBlock)
            output.Write(","u8);
        _anyBlock = true;
        output.Write(start);
        _open = part;
    }

    private void BeginCall(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        _input.Clear();
        _call.Clear();
        var json = new JsonWriter(_call, default);
        json.Raw("{\"type\":\""u8);
        json.Raw(type);
        json.Raw("\",\"id\":\""u8);
        json.Raw(id);
        json.Raw("\",\"name\":\""u8);
        json.Raw(name);
        json.Raw("\",\"caller\":{\"type\":\"direct\"},\"input\":"u8);
        json.Commit();
        _open = Part.Call;
    }

    private void WriteCall()
    {
        Begin(Part.Call, _call.WrittenSpan);
        var free = output.GetSpan(_input.Length);
        // Space around the object does not belong to it.
        var input = free[..JsonEscapes.Unescape(_input.WrittenSpan, free)].Trim(" \t\r\n"u8);
        input.CopyTo(free);
        output.Advance(input.Length);
        output.Write("}"u8);
    }
}
