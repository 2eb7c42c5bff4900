namespace ClaudeCodeProxy.Compression;

/// <summary>Passes over what stands between the first three bytes of a gzip member and its data (RFC 1952, 2.3).</summary>
internal sealed class GzipHeader
{
    private const int HasChecksum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;

    private bool _hasFlags;

    /// <summary>The fields that are still to come.</summary>
    private uint _flags;
    private int _extraLeft;

    public bool IsComplete => _hasFlags && _flags == 0 && _extraLeft == 0;

    public void Begin() => _hasFlags = false;

    /// <summary>Passes over a field or a byte of one; false when there are too few bits.</summary>
    public bool Read(BitBuffer bits)
    {
        if (!_hasFlags)
            return ReadFlags(bits);
        if (_extraLeft > 0)
            return PassExtra(bits);
        if ((_flags & HasExtra) != 0)
            return ReadExtraLength(bits);
        if ((_flags & (HasName | HasComment)) != 0)
            return PassText(bits);
        return PassChecksum(bits);
    }

    private bool ReadFlags(BitBuffer bits)
    {
        if (bits.Count < 56)
            return false;
        _flags = bits.Take(8) & (HasChecksum | HasExtra | HasName | HasComment);
        // Time, compression and system.
        bits.Skip(48);
        _hasFlags = true;
        return true;
    }

    private bool ReadExtraLength(BitBuffer bits)
    {
        if (bits.Count < 16)
            return false;
        _extraLeft = (int)bits.Take(16);
        _flags &= ~(uint)HasExtra;
        return true;
    }

    private bool PassExtra(BitBuffer bits)
    {
        if (bits.Count < 8)
            return false;
        bits.Skip(8);
        _extraLeft--;
        return true;
    }

    /// <summary>Name and comment end with a zero each.</summary>
    private bool PassText(BitBuffer bits)
    {
        if (bits.Count < 8)
            return false;
        if (bits.Take(8) == 0)
            _flags &= ~(uint)((_flags & HasName) != 0 ? HasName : HasComment);
        return true;
    }

    private bool PassChecksum(BitBuffer bits)
    {
        if (bits.Count < 16)
            return false;
        bits.Skip(16);
        _flags = 0;
        return true;
    }
}
