namespace ClaudeCodeProxy.Compression;

/// <summary>
/// Decodes the compressed data of gzip and deflate (RFC 1951). It is written out here because the library that .NET brings cannot be linked without
/// its
/// compressor: 150 kB for what takes a tenth.
/// </summary>
internal sealed class Inflater
{
    private readonly BitBuffer _bits;
    private readonly SlidingWindow _window = new();
    private readonly DynamicCodes _codes = new();
    private readonly CompressedBlock _block;
    private State _state;
    private bool _isLastBlock;

    /// <summary>Bytes that are still to come of a block that is not compressed.</summary>
    private int _stored;

    public Inflater(BitBuffer bits) => (_bits, _block) = (bits, new CompressedBlock(bits, _window));

    private enum State
    {
        Header,
        StoredLength,
        Stored,
        Codes,
        Symbols,
        Done,
    }

    /// <summary>The last block has ended; the bits that follow begin with a whole byte.</summary>
    public bool IsDone => _state == State.Done;

    /// <summary>Other data follows, as in the next member of a gzip file.</summary>
    public void Restart()
    {
        _state = State.Header;
        _window.Clear();
    }

    /// <summary>As <see cref="ContentDecoder.Decode"/>; at the end of the data it writes nothing either.</summary>
    public int Decode(ref ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var room = destination;
        do
            _bits.Fill(ref source);
        while (!room.IsEmpty && !IsDone && Step(ref room));
        return destination.Length - room.Length;
    }

    /// <summary>False when there are too few bits.</summary>
    private bool Step(ref Span<byte> room) => _state switch
    {
        State.Header => ReadHeader(),
        State.StoredLength => ReadStoredLength(),
        State.Stored => CopyStored(ref room),
        State.Codes => ReadCodes(),
        _ => _block.IsDone ? EndBlock() : _block.Step(ref room),
    };

    private bool ReadHeader()
    {
        if (_bits.Count < 3)
            return false;
        _isLastBlock = _bits.Take(1) == 1;
        switch (_bits.Take(2))
        {
            case 0:
                _bits.SkipToByte();
                _state = State.StoredLength;
                break;
            case 1:
                BeginFixed();
                break;
            case 2:
                _codes.Begin();
                _state = State.Codes;
                break;
            default: throw new InvalidDataException("a block is of no known kind");
        }

        return true;
    }

    private bool ReadStoredLength()
    {
        if (_bits.Count < 32)
            return false;
        _stored = (int)_bits.Take(16);
        if (_bits.Take(16) != (ushort)~_stored)
            throw new InvalidDataException("a block's length is damaged");
        _state = State.Stored;
        return true;
    }

    private bool CopyStored(ref Span<byte> room)
    {
        if (_stored == 0)
            return EndBlock();
        if (_bits.Count < 8)
            return false;
        _window.Put((byte)_bits.Take(8), ref room);
        _stored--;
        return true;
    }

    private bool ReadCodes()
    {
        if (!_codes.IsComplete)
            return _codes.Read(_bits);
        _block.Begin(_codes.Literals, _codes.Distances);
        _state = State.Symbols;
        return true;
    }

    /// <summary>Section 3.2.6.</summary>
    private void BeginFixed()
    {
        Span<byte> literals = stackalloc byte[288];
        literals[..144].Fill(8);
        literals[144..256].Fill(9);
        literals[256..280].Fill(7);
        literals[280..].Fill(8);
        Span<byte> distances = stackalloc byte[32];
        distances.Fill(5);
        _block.Begin(literals, distances);
        _state = State.Symbols;
    }

    private bool EndBlock()
    {
        _state = _isLastBlock ? State.Done : State.Header;
        if (IsDone)
            _bits.SkipToByte();
        return true;
    }
}
