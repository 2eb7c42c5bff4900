using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic;

/// <summary>Writes an answer as one message. A tool call is written when it is complete, so that an unfinished one is left out.</summary>
internal sealed class MessageWriter(IBufferWriter<byte> output) : AnswerWriter, IDisposable
{
    private readonly PooledBuffer _call = new(1024);
    private readonly PooledBuffer _arguments = new(1024);
    private BlockKind _kind;
    private bool _any;

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

    public override void TextStart(int index) => Begin(BlockKind.Text, "{\"type\":\"text\",\"text\":\""u8);

    public override void ThinkingStart(int index) => Begin(BlockKind.Thinking, "{\"type\":\"thinking\",\"thinking\":\""u8);

    public override void ToolStart(int index, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        _kind = BlockKind.ToolUse;
        _arguments.Clear();
        _call.Clear();
        var json = new JsonWriter(_call, default);
        json.Raw("{\"type\":\"tool_use\",\"id\":\""u8);
        json.Raw(id);
        json.Raw("\",\"name\":\""u8);
        json.Raw(name);
        json.Raw("\",\"input\":"u8);
        json.Commit();
    }

    public override void Delta(int index, BlockKind kind, ReadOnlySpan<byte> escaped)
    {
        if (kind == BlockKind.ToolUse) _arguments.Append(escaped);
        else output.Write(escaped);
    }

    public override void BlockStop(int index)
    {
        switch (_kind)
        {
            case BlockKind.Text: output.Write("\"}"u8); break;
            case BlockKind.Thinking: output.Write("\",\"signature\":\"\"}"u8); break;
            default: WriteCall(); break;
        }
    }

    public override void MessageDelta(StopReason reason, string? stopSequence, Usage usage)
    {
        var json = new JsonWriter(output, default);
        json.Raw("],"u8);
        reason.Write(ref json, stopSequence);
        json.Raw(",\"usage\":"u8);
        usage.Write(ref json);
        json.Commit();
    }

    public override void MessageStop() => output.Write("}"u8);

    public void Dispose()
    {
        _call.Dispose();
        _arguments.Dispose();
    }

    private void Begin(BlockKind kind, ReadOnlySpan<byte> start)
    {
        Separate();
        _kind = kind;
        output.Write(start);
    }

    private void Separate()
    {
        if (_any) output.Write(","u8);
        _any = true;
    }

    private void WriteCall()
    {
        Separate();
        output.Write(_call.WrittenSpan);
        var input = output.GetSpan(_arguments.Length);
        var length = JsonEscapes.Unescape(_arguments.WrittenSpan, input);
        // Space around the object is no part of it.
        var trimmed = input[..length].Trim(" \t\r\n"u8);
        trimmed.CopyTo(input);
        output.Advance(trimmed.Length);
        output.Write("}"u8);
    }
}
