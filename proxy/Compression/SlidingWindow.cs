namespace ClaudeCodeProxy.Compression;

/// <summary>The last bytes that were decoded, as far back as a match may reach.</summary>
internal sealed class SlidingWindow
{
    private const int Size = 32 << 10;

    private readonly byte[] _ring = new byte[Size];
    private long _written;

    public void Clear() => _written = 0;

    /// <summary>Whether there are bytes so far back.</summary>
    public bool Reaches(int distance) => distance <= _written;

    /// <summary>Adds a byte to what is written, which must have room.</summary>
    public void Put(byte value, ref Span<byte> room)
    {
        room[0] = value;
        room = room[1..];
        _ring[_written++ & (Size - 1)] = value;
    }

    /// <summary>Repeats bytes from so far back, as many as there is room for, and returns how many are left.</summary>
    public int Repeat(int distance, int count, ref Span<byte> room)
    {
        for (; count > 0 && !room.IsEmpty; count--)
            Put(_ring[(_written - distance) & (Size - 1)], ref room);
        return count;
    }
}
