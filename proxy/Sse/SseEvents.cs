namespace ClaudeCodeProxy.Sse;

/// <summary>The events that one read completed; each payload is valid until the next is asked for.</summary>
internal ref struct SseEvents(SseParser parser, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _read = bytes;
    private ReadOnlySpan<byte> _rest = bytes;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly SseEvents GetEnumerator() => this;

    /// <summary>Throws <see cref="SseTooLargeException"/> when one event outgrows the bound.</summary>
    public bool MoveNext()
    {
        // One data line in one read is the common case: it is handed on where it stands.
        ReadOnlySpan<byte> only = default;
        var hasOnly = false;
        while (parser.TryTakeLine(_rest, out var line, out _rest))
        {
            if (IsData(line, out var data))
            {
                if (hasOnly)
                    parser.AddData(only);
                hasOnly = !hasOnly && !parser.HasData && _read.Overlaps(line);
                if (hasOnly)
                    only = data;
                else
                    parser.AddData(data);
            }
            else if (line.IsEmpty && (hasOnly || parser.HasData))
            {
                Current = hasOnly ? only : parser.TakeData();
                return true;
            }
        }

        if (hasOnly)
            parser.AddData(only);
        return false;
    }

    /// <summary>
    /// True for <c>data</c>, with or without a space after the colon, or without a colon. Comments and other fields do not matter here.
    /// </summary>
    private static bool IsData(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (!line.StartsWith("data"u8))
            return false;
        if (line.Length == 4)
            return true;
        if (line[4] != ':')
            return false;
        data = line is [_, _, _, _, _, (byte)' ', ..] ? line[6..] : line[5..];
        return true;
    }
}
