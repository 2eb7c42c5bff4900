using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Sse;

/// <summary>
/// Cuts a byte stream into the data payloads of server-sent events, wherever the stream was split.
/// <c>foreach (var data in parser.Read(bytes))</c> for each read, then <c>foreach (var data in parser.End())</c> once.
/// </summary>
internal sealed class SseParser(int maxEventBytes = SseParser.DefaultMaxEventBytes) : IDisposable
{
    public const int DefaultMaxEventBytes = 16 << 20;

    /// <summary>The beginning of a line whose end has not come yet.</summary>
    private readonly PooledBuffer _line = new();

    /// <summary>Data lines of an event that did not come whole in one read.</summary>
    private readonly PooledBuffer _data = new();
    private bool _endedInCarriageReturn;
    private bool _sawFirstLine;

    internal bool HasData { get; private set; }

    public SseEvents Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new SseEvents(this, bytes);
        var isInsideLineEnd = _endedInCarriageReturn && bytes[0] == '\n';
        _endedInCarriageReturn = false;
        return new SseEvents(this, isInsideLineEnd ? bytes[1..] : bytes);
    }

    /// <summary>The stream ended: gives a last event that no blank line terminated, as some servers leave it.</summary>
    public SseEvents End() => Read("\n\n"u8);

    /// <summary>Gives back the buffers that hold nothing.</summary>
    public void ReleaseBuffers()
    {
        _line.ReleaseIfEmpty();
        _data.ReleaseIfEmpty();
    }

    public void Dispose()
    {
        _line.Dispose();
        _data.Dispose();
    }

    /// <summary>Takes the next whole line off the bytes; keeps what is left when no line is complete.</summary>
    internal bool TryTakeLine(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line, out ReadOnlySpan<byte> rest)
    {
        line = rest = default;
        var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            Keep(_line, bytes);
            return false;
        }

        line = bytes[..end];
        _endedInCarriageReturn = bytes[end] == '\r' && end == bytes.Length - 1;
        rest = bytes[(bytes[end..] is [(byte)'\r', (byte)'\n', ..] ? end + 2 : end + 1)..];
        if (_line.Length > 0)
            line = Complete(line);
        if (!_sawFirstLine && line.StartsWith("\uFEFF"u8))
            line = line["\uFEFF"u8.Length..];
        _sawFirstLine = true;
        return true;
    }

    internal void AddData(ReadOnlySpan<byte> line)
    {
        if (HasData)
            Keep(_data, "\n"u8);
        Keep(_data, line);
        HasData = true;
    }

    /// <summary>The data gathered, valid until more is added.</summary>
    internal ReadOnlySpan<byte> TakeData()
    {
        var data = _data.WrittenSpan;
        _data.Clear();
        HasData = false;
        return data;
    }

    private ReadOnlySpan<byte> Complete(ReadOnlySpan<byte> rest)
    {
        Keep(_line, rest);
        var line = _line.WrittenSpan;
        _line.Clear();
        return line;
    }

    private void Keep(PooledBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        if (_line.Length + _data.Length + bytes.Length > maxEventBytes)
            throw new SseTooLargeException(maxEventBytes);
        buffer.Append(bytes);
    }
}
