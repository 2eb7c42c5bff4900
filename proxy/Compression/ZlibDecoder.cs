using System.Buffers.Binary;

namespace ClaudeCodeProxy.Compression;

/// <summary>
/// Undoes the coding <c>deflate</c>: data within zlib's header and checksum (RFC 1950), as the standard has it, or without, as some servers send it.
/// </summary>
internal sealed class ZlibDecoder : ContentDecoder
{
    private const int Deflate = 8;
    private const int HasDictionary = 0x2000;

    private readonly BitBuffer _bits = new();
    private readonly Inflater _inflater;
    private State _state;
    private bool _isBare;
    private uint _sum = 1;

    public ZlibDecoder() => _inflater = new Inflater(_bits);

    private enum State
    {
        Header,
        Data,
        Sum,
        AfterEnd,
    }

    public override bool IsComplete => _state == State.AfterEnd || (_state == State.Header && _bits.Count == 0);

    public override int Decode(ref ReadOnlySpan<byte> source, Span<byte> destination)
    {
        do
        {
            if (_state == State.Data && _inflater.Decode(ref source, destination) is > 0 and var count)
            {
                _sum = _isBare ? _sum : Adler32.Add(_sum, destination[..count]);
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
        State.Header => ReadHeader(),
        State.Data => EndData(),
        State.Sum => CheckSum(),
        _ => false,
    };

    /// <summary>The two bytes of the header, taken as a number, can be divided by 31.</summary>
    private bool ReadHeader()
    {
        if (_bits.Count < 16)
            return false;
        var header = (ushort)_bits.Bits;
        _isBare = (header & 15) != Deflate || BinaryPrimitives.ReverseEndianness(header) % 31 != 0;
        if (!_isBare)
            _bits.Skip(16);
        if (!_isBare && (header & HasDictionary) != 0)
            throw new InvalidDataException("it wants a dictionary");
        _state = State.Data;
        return true;
    }

    private bool EndData()
    {
        if (!_inflater.IsDone)
            return false;
        _state = _isBare ? State.AfterEnd : State.Sum;
        return true;
    }

    private bool CheckSum()
    {
        if (_bits.Count < 32)
            return false;
        if (BinaryPrimitives.ReverseEndianness(_bits.Take(32)) != _sum)
            throw new InvalidDataException("its checksum is another");
        _state = State.AfterEnd;
        return true;
    }
}
