namespace ClaudeCodeProxy.Compression;

/// <summary>A prefix code that is given by the lengths of its symbols' codes (RFC 1951, 3.2.2).</summary>
internal sealed class HuffmanCode
{
    private const int MaxLength = 15;

    /// <summary>Codes up to this length are found by one look-up.</summary>
    private const int TableBits = 9;

    /// <summary>By the next bits: a symbol times 16 plus its code's length; 0 where the code is longer.</summary>
    private readonly ushort[] _table = new ushort[1 << TableBits];

    /// <summary>Symbols in the order of their codes.</summary>
    private readonly ushort[] _symbols = new ushort[288];

    /// <summary>How many codes there are of each length.</summary>
    private readonly ushort[] _counts = new ushort[MaxLength + 1];

    /// <summary>Throws <see cref="InvalidDataException"/> for lengths that no code can have.</summary>
    public void Build(ReadOnlySpan<byte> lengths)
    {
        Array.Clear(_counts);
        Array.Clear(_table);
        foreach (var length in lengths)
            _counts[length]++;
        _counts[0] = 0;
        Span<int> indices = stackalloc int[MaxLength + 1];
        Span<int> codes = stackalloc int[MaxLength + 1];
        var free = 1;
        for (var length = 1; length <= MaxLength; length++)
        {
            indices[length] = indices[length - 1] + _counts[length - 1];
            codes[length] = (codes[length - 1] + _counts[length - 1]) << 1;
            free = (free << 1) - _counts[length];
            if (free < 0)
                throw new InvalidDataException("a code has more symbols than fit");
        }

        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length == 0)
                continue;
            _symbols[indices[length]++] = (ushort)symbol;
            AddToTable(codes[length]++, length, symbol);
        }
    }

    /// <summary>
    /// Finds the symbol whose code comes next. Where the length is more than there are bits, more are needed; -1 stands for a code of no symbol.
    /// </summary>
    public int Find(ulong bits, out int length)
    {
        var entry = _table[bits & ((1 << TableBits) - 1)];
        length = entry & 15;
        return entry > 0 ? entry >> 4 : FindLonger(bits, out length);
    }

    /// <summary>The codes of one length are consecutive numbers, which begin where those of the length before end, doubled.</summary>
    private int FindLonger(ulong bits, out int length)
    {
        int code = 0, first = 0, index = 0;
        for (length = 1; length <= MaxLength; length++)
        {
            code = (code << 1) | (int)(bits & 1);
            bits >>= 1;
            first = (first + _counts[length - 1]) << 1;
            index += _counts[length - 1];
            if (code - first < _counts[length])
                return _symbols[index + code - first];
        }

        return -1;
    }

    private void AddToTable(int code, int length, int symbol)
    {
        if (length > TableBits)
            return;
        // Codes come with their highest bit first, all else with the lowest.
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        for (; reversed < _table.Length; reversed += 1 << length)
            _table[reversed] = (ushort)((symbol << 4) | length);
    }
}
