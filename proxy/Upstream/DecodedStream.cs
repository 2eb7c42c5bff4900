using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Upstream.Http;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// Reads what another stream holds in a content coding, as it comes. Throws <see cref="InvalidDataException"/> when that is damaged or cut.
/// </summary>
internal sealed class DecodedStream(Stream inner, ContentDecoder decoder) : AsyncStream
{
    private readonly byte[] _buffer = new byte[4096];
    private int _from;
    private int _to;

    /// <summary>A read of nothing returns at once, although the next one may have to wait.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            if (Decode(buffer.Span) is > 0 and var count)
                return count;
            (_from, _to) = (0, await inner.ReadAsync(_buffer, cancellationToken));
            if (_to > 0)
                continue;
            return decoder.IsComplete ? 0 : throw new InvalidDataException("it ends too early");
        }
    }

    protected override void Dispose(bool disposing)
    {
        decoder.Dispose();
        inner.Dispose();
        base.Dispose(disposing);
    }

    private int Decode(Span<byte> destination)
    {
        ReadOnlySpan<byte> source = _buffer.AsSpan(_from.._to);
        var count = decoder.Decode(ref source, destination);
        _from = _to - source.Length;
        return count;
    }
}
