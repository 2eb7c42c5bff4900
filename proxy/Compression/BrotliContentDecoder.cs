using System.Buffers;
using System.IO.Compression;

namespace ClaudeCodeProxy.Compression;

/// <summary>Undoes the coding <c>br</c> (RFC 7932) by the decoder alone: .NET's stream for it would bring the 0.9 MB of its compressor.</summary>
internal sealed class BrotliContentDecoder : ContentDecoder
{
    private BrotliDecoder _decoder;
    private bool _hasBegun;
    private bool _isDone;

    public override bool IsComplete => _isDone || !_hasBegun;

    public override int Decode(ref ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (source.IsEmpty && !_hasBegun)
            return 0;
        _hasBegun = true;
        var status = _decoder.Decompress(source, destination, out var consumed, out var written);
        if (status == OperationStatus.InvalidData)
            throw new InvalidDataException("its data is damaged");
        _isDone = status == OperationStatus.Done;
        source = _isDone ? default : source[consumed..];
        return written;
    }

    public override void Dispose()
    {
        _decoder.Dispose();
        base.Dispose();
    }
}
