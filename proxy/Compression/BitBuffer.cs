using System.Buffers.Binary;

namespace ClaudeCodeProxy.Compression;

/// <summary>The next bits of a stream, the lowest first: more than any single step of decoding needs, while the stream has them.</summary>
internal sealed class BitBuffer
{
    /// <summary>Those beyond <see cref="Count"/> are not known.</summary>
    public ulong Bits { get; private set; }

    public int Count { get; private set; }

    /// <summary>Takes whole bytes off the source until no more fit: then there are at least 56 bits.</summary>
    public void Fill(ref ReadOnlySpan<byte> source)
    {
        if (source.Length >= sizeof(ulong))
        {
            // Bits beyond the count are set already as the same bytes will set them again.
            Bits |= BinaryPrimitives.ReadUInt64LittleEndian(source) << Count;
            var bytes = (63 - Count) / 8;
            source = source[bytes..];
            Count += 8 * bytes;
            return;
        }

        for (; Count < 56 && !source.IsEmpty; Count += 8)
        {
            Bits |= (ulong)source[0] << Count;
            source = source[1..];
        }
    }

    public void Skip(int count)
    {
        Bits >>= count;
        Count -= count;
    }

    /// <param name="count">Of bits, at most 32; so many must be there.</param>
    public uint Take(int count)
    {
        var value = (uint)(Bits & ((1UL << count) - 1));
        Skip(count);
        return value;
    }

    public void SkipToByte() => Skip(Count % 8);
}
