using System.Buffers;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// A plain connection to an upstream that sends a request's headers and body in one call. SocketsHttpHandler sends its first
/// 4 KiB on their own, which wakes the other side twice for each request.
/// </summary>
internal sealed class GatheringStream(Socket socket) : Stream
{
    [ThreadStatic]
    private static bool _more;

    private byte[] _held = [];
    private int _heldLength;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>
    /// Runs a write of which the handler makes two, its headers and the rest: the first is held back for the second.
    /// Whatever is still held goes out before anything is read, so that nothing can wait for it.
    /// </summary>
    public static ValueTask Gather(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _more = true;
        try
        {
            return stream.WriteAsync(bytes, cancellationToken);
        }
        finally
        {
            _more = false;
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var isFirst = _heldLength == 0;
        if (isFirst && !_more) return Send(buffer, cancellationToken);
        Hold(buffer.Span);
        return isFirst ? ValueTask.CompletedTask : SendHeld(cancellationToken);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_heldLength > 0) await SendHeld(cancellationToken);
        return await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // The held buffer is left to the collector: a send may still be using it.
        if (disposing) socket.Dispose();
        base.Dispose(disposing);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_held.Length < _heldLength + bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_heldLength + bytes.Length);
            _held.AsSpan(0, _heldLength).CopyTo(larger);
            Return();
            _held = larger;
        }

        bytes.CopyTo(_held.AsSpan(_heldLength));
        _heldLength += bytes.Length;
    }

    private async ValueTask SendHeld(CancellationToken cancellationToken)
    {
        var length = _heldLength;
        _heldLength = 0;
        await Send(_held.AsMemory(0, length), cancellationToken);
        Return();
    }

    private void Return()
    {
        if (_held.Length > 0) ArrayPool<byte>.Shared.Return(_held);
        _held = [];
    }

    private async ValueTask Send(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
    }
}
