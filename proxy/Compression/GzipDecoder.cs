namespace ClaudeCodeProxy.Compression;

/// <summary>Undoes the coding <c>gzip</c> (RFC 1952): one member or several, each with a header, data, its checksum and its length.</summary>
internal sealed class GzipDecoder : ContentDecoder
{
    private const uint FirstByte = 0x1F;
    private const uint FirstBytes = 0x08_8B_1F;

    private readonly BitBuffer _bits = new();
    private readonly GzipHeader _header = new();
    private readonly Inflater _inflater;
    private State _state;
    private bool _hasMember;
    private uint _sum;
    private uint _length;

    public GzipDecoder() => _inflater = new Inflater(_bits);

    private enum State
    {
        FirstBytes,
        Header,
        Data,
        Sum,
        Length,
        AfterEnd,
    }

    public override bool IsComplete => _state == State.AfterEnd || (_state == State.FirstBytes && _bits.Count == 0);

    public override int Decode(ref ReadOnlySpan<byte> source, Span<byte> destination)
    {
        do
        {
            if (_state == State.Data && _inflater.Decode(ref source, destination) is > 0 and var count)
            {
                _sum = Crc32.Add(_sum, destination[..count]);
                _length += (uint)count;
                return count;
            }

            _bits.Fill(ref source);
        }
        while (Advance());
        if (_state == State.AfterEnd)
            source = default;
        return 0;
    }

    /// <summary>False when there are too few bits, or the end has come.</summary>
    private bool Advance() => _state switch
    {
        State.FirstBytes => BeginMember(),
        State.Header => ReadHeader(),
        State.Data => EndData(),
        State.Sum => Check(_sum, State.Length, "checksum"),
        State.Length => Check(_length, State.FirstBytes, "length"),
        _ => false,
    };

    private bool BeginMember()
    {
        if (_hasMember && _bits.Count >= 8 && (byte)_bits.Bits != FirstByte)
        {
            _state = State.AfterEnd;
            return false;
        }

        if (_bits.Count < 24)
            return false;
        if (_bits.Take(24) != FirstBytes)
            throw new InvalidDataException("it does not begin as gzip does");
        _header.Begin();
        (_state, _hasMember) = (State.Header, true);
        return true;
    }

    private bool ReadHeader()
    {
        if (!_header.IsComplete)
            return _header.Read(_bits);
        _inflater.Restart();
        (_state, _sum, _length) = (State.Data, 0, 0);
        return true;
    }

    private bool EndData()
    {
        if (!_inflater.IsDone)
            return false;
        _state = State.Sum;
        return true;
    }

    private bool Check(uint expected, State next, string what)
    {
        if (_bits.Count < 32)
            return false;
        if (_bits.Take(32) != expected)
            throw new InvalidDataException($"its {what} is another");
        _state = next;
        return true;
    }
}
