namespace ClaudeCodeProxy.Compression;

/// <summary>Decodes the symbols of a block: literal bytes, and matches that repeat earlier ones (RFC 1951, 3.2.5).</summary>
internal sealed class CompressedBlock(BitBuffer bits, SlidingWindow window)
{
    private const int EndOfBlock = 256;

    private readonly HuffmanCode _literals = new();
    private readonly HuffmanCode _distances = new();

    /// <summary>Bytes of the match that are still to be written.</summary>
    private int _left;
    private int _distance;

    public bool IsDone { get; private set; }

    private static ReadOnlySpan<ushort> Lengths =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<ushort> Distances =>
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    /// <param name="literals">Lengths of the codes of literals and of matches' lengths.</param>
    /// <param name="distances">Lengths of the codes of matches' distances.</param>
    public void Begin(ReadOnlySpan<byte> literals, ReadOnlySpan<byte> distances)
    {
        _literals.Build(literals);
        _distances.Build(distances);
        (IsDone, _left) = (false, 0);
    }

    /// <summary>Decodes a symbol, or goes on with a match that had no room; false when there are too few bits.</summary>
    public bool Step(ref Span<byte> room)
    {
        if (_left > 0)
        {
            _left = window.Repeat(_distance, _left, ref room);
            return true;
        }

        var symbol = _literals.Find(bits.Bits, out var length);
        if (length > bits.Count)
            return false;
        if (symbol > EndOfBlock)
            return ReadMatch(symbol - EndOfBlock - 1, length);
        if (symbol < 0)
            throw new InvalidDataException("a symbol has no code");
        bits.Skip(length);
        IsDone = symbol == EndOfBlock;
        if (!IsDone)
            window.Put((byte)symbol, ref room);
        return true;
    }

    /// <summary>Reads the whole of a match, which takes at most 48 bits, or nothing.</summary>
    /// <param name="used">Bits of the length's code.</param>
    private bool ReadMatch(int length, int used)
    {
        if (length >= Lengths.Length)
            throw new InvalidDataException("a match has no length");
        var extra = length is < 8 or 28 ? 0 : (length / 4) - 1;
        var count = Lengths[length] + Low(bits.Bits >> used, extra);
        used += extra;
        var symbol = _distances.Find(bits.Bits >> used, out var codeLength);
        used += codeLength;
        extra = symbol < 4 ? 0 : (symbol / 2) - 1;
        if (used + extra > bits.Count)
            return false;
        if (symbol < 0 || symbol >= Distances.Length)
            throw new InvalidDataException("a match has no distance");
        _distance = Distances[symbol] + Low(bits.Bits >> used, extra);
        if (!window.Reaches(_distance))
            throw new InvalidDataException("a match begins before the data");
        _left = count;
        bits.Skip(used + extra);
        return true;
    }

    private static int Low(ulong bits, int count) => (int)(bits & ((1UL << count) - 1));
}
