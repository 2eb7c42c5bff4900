namespace ContainerSecurity.Images.Contents;

/// <summary>A stream whose first bytes were looked at: <see cref="Start"/> is read again before the rest.</summary>
internal sealed class PeekedStream : Stream
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

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given == Start.Length)
            return _inner.Read(buffer);

        var count = Math.Min(buffer.Length, Start.Length - _given);
        Start.Span.Slice(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
