namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Takes a body out of its chunks as they come (RFC 9112, 7.1). Extensions and trailers are passed over.</summary>
internal struct ChunkDecoder
{
    /// <summary>Of one size with its extensions, and of all trailers.</summary>
    private const int MaxLineBytes = 16 << 10;

    private Place _place;
    private long _left;
    private int _lineBytes;
    private bool _hasDigits;

    private enum Place
    {
        Size,
        AfterSize,
        Extension,
        SizeEnd,
        Data,
        DataReturn,
        DataEnd,
        TrailerBegin,
        Trailer,
        TrailerEnd,
        LastEnd,
        Done,
    }

    /// <summary>The last chunk has come, and all that belongs to it.</summary>
    public readonly bool IsDone => _place == Place.Done;

    /// <summary>Moves the body's bytes to the front.</summary>
    /// <param name="used">Bytes that belong to this response; fewer than there are only when it is done.</param>
    /// <returns>How many of them are the body's.</returns>
    /// <exception cref="IOException">They are no chunks.</exception>
    public int Decode(Span<byte> bytes, out int used)
    {
        var count = 0;
        for (used = 0; used < bytes.Length && _place != Place.Done;)
        {
            if (_place != Place.Data)
            {
                Read(bytes[used++]);
                continue;
            }

            var data = bytes.Slice(used, (int)Math.Min(_left, bytes.Length - used));
            data.CopyTo(bytes[count..]);
            count += data.Length;
            used += data.Length;
            _left -= data.Length;
            if (_left == 0)
                _place = Place.DataReturn;
        }

        return count;
    }

    private void Read(byte letter)
    {
        if (++_lineBytes > MaxLineBytes)
            throw NotChunks();
        _place = (_place, letter) switch
        {
            (Place.Size, _) when char.IsAsciiHexDigit((char)letter) => AddDigit(letter),
            (Place.Size or Place.AfterSize or Place.Extension, (byte)'\r') when _hasDigits => Place.SizeEnd,
            (Place.Size or Place.AfterSize, (byte)';') when _hasDigits => Place.Extension,
            (Place.Size or Place.AfterSize, (byte)' ' or (byte)'\t') when _hasDigits => Place.AfterSize,
            (Place.Extension, not (byte)'\n') => Place.Extension,
            (Place.SizeEnd, (byte)'\n') => BeginChunk(),
            (Place.DataReturn, (byte)'\r') => Place.DataEnd,
            (Place.DataEnd, (byte)'\n') => EndChunk(),
            (Place.TrailerBegin, (byte)'\r') => Place.LastEnd,
            (Place.TrailerBegin or Place.Trailer, not ((byte)'\r' or (byte)'\n')) => Place.Trailer,
            (Place.Trailer, (byte)'\r') => Place.TrailerEnd,
            (Place.TrailerEnd, (byte)'\n') => Place.TrailerBegin,
            (Place.LastEnd, (byte)'\n') => Place.Done,
            _ => throw NotChunks(),
        };
    }

    private Place AddDigit(byte digit)
    {
        if (_left > long.MaxValue >> 4)
            throw NotChunks();
        _left = (_left << 4) | (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        _hasDigits = true;
        return Place.Size;
    }

    private Place BeginChunk()
    {
        _lineBytes = 0;
        return _left == 0 ? Place.TrailerBegin : Place.Data;
    }

    private Place EndChunk()
    {
        (_lineBytes, _hasDigits) = (0, false);
        return Place.Size;
    }

    private static IOException NotChunks() => new("The response's chunks are not as they should be.");
}
