using ContainerSecurity.Images.Reading;

namespace ContainerSecurity.Images.Contents;

/// <summary>Content of an archive, read through its guard.</summary>
internal sealed class GuardedStream(Stream inner, ArchiveGuard guard) : ForwardStream
{
    public override int Read(Span<byte> buffer) => guard.Read(inner, buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }
}
