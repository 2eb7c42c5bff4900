using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Images.Contents;

/// <summary>A stream whose first bytes were looked at: <see cref="Start"/> is read again before the rest.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private int _given;

    public PeekedStream(Stream inner, int length)
    {
        _inner = inner;
        var start = new byte[length];
        Start = start.AsMemory(0, inner.ReadAtLeast(start, length, throwOnEndOfStream: false));
    }

    public ReadOnlyMemory<byte> Start { get; }

    public override int Read(Span<byte> buffer)
    {
        if (_given == Start.Length)
            return _inner.Read(buffer);

        var count = Math.Min(buffer.Length, Start.Length - _given);
        Start.Span.Slice(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
