namespace ContainerSecurity.Images.Reading;

/// <summary>The next bytes of another stream, up to a limit; closing it closes the other stream.</summary>
internal sealed class BoundedStream(Stream inner, long length) : ForwardStream
{
    /// <summary>Bytes that may still be read.</summary>
    public long Remaining { get; private set; } = length;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer[..(int)Math.Min(buffer.Length, Remaining)]);
        Remaining -= count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }
}
