namespace ClaudeCodeProxy.Compression;

/// <summary>Reads the two codes that a block brings along (RFC 1951, 3.2.7), in as many steps as its bits need to come.</summary>
internal sealed class DynamicCodes
{
    private readonly HuffmanCode _lengthCode = new();
    private readonly byte[] _lengths = new byte[286 + 32];
    private readonly byte[] _lengthsOfLengths = new byte[19];
    private int _literals;
    private int _all;
    private int _toRead;
    private int _read;

    private static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Lengths of the codes of literals and lengths.</summary>
    public ReadOnlySpan<byte> Literals => _lengths.AsSpan(0, _literals);

    /// <summary>Lengths of the codes of distances.</summary>
    public ReadOnlySpan<byte> Distances => _lengths.AsSpan(_literals, _all - _literals);

    public bool IsComplete => _all > 0 && _toRead == 0 && _read == _all;

    public void Begin() => (_all, _toRead, _read) = (0, 0, 0);

    /// <summary>Reads one more number; false when there are too few bits.</summary>
    public bool Read(BitBuffer bits)
    {
        if (_all == 0)
            return ReadCounts(bits);
        return _toRead > 0 ? ReadLengthOfLength(bits) : ReadLength(bits);
    }

    private bool ReadCounts(BitBuffer bits)
    {
        if (bits.Count < 14)
            return false;
        _literals = 257 + (int)bits.Take(5);
        _all = _literals + 1 + (int)bits.Take(5);
        _toRead = 4 + (int)bits.Take(4);
        if (_literals > 286)
            throw new InvalidDataException("a block has more symbols than there are");
        Array.Clear(_lengthsOfLengths);
        return true;
    }

    private bool ReadLengthOfLength(BitBuffer bits)
    {
        if (bits.Count < 3)
            return false;
        _lengthsOfLengths[Order[_read++]] = (byte)bits.Take(3);
        if (_read < _toRead)
            return true;
        (_read, _toRead) = (0, 0);
        _lengthCode.Build(_lengthsOfLengths);
        return true;
    }

    private bool ReadLength(BitBuffer bits)
    {
        var symbol = _lengthCode.Find(bits.Bits, out var length);
        var extra = symbol switch { 16 => 2, 17 => 3, 18 => 7, _ => 0 };
        if (length + extra > bits.Count)
            return false;
        bits.Skip(length);
        switch (symbol)
        {
            case < 0: throw new InvalidDataException("a length has no code");
            case < 16: Repeat((byte)symbol, 1); break;
            case 16 when _read == 0: throw new InvalidDataException("the first length repeats one before");
            case 16: Repeat(_lengths[_read - 1], 3 + (int)bits.Take(extra)); break;
            case 17: Repeat(0, 3 + (int)bits.Take(extra)); break;
            default: Repeat(0, 11 + (int)bits.Take(extra)); break;
        }

        return true;
    }

    private void Repeat(byte length, int count)
    {
        if (_read + count > _all)
            throw new InvalidDataException("a block has more lengths than symbols");
        _lengths.AsSpan(_read, count).Fill(length);
        _read += count;
    }
}
