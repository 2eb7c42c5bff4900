using System.Buffers;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// A plain connection to an upstream that sends a request's headers and body in one call. SocketsHttpHandler sends its first
/// 4 KiB on their own, which wakes the other side twice for each request.
/// </summary>
internal sealed class GatheringStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    [ThreadStatic]
    private static bool _more;

    private byte[] _held = [];
    private int _heldLength;

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
        if (isFirst && !_more) return base.WriteAsync(buffer, cancellationToken);
        Hold(buffer.Span);
        return isFirst ? ValueTask.CompletedTask : SendHeld(cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _heldLength == 0 ? base.ReadAsync(buffer, cancellationToken) : SendHeldThenRead(buffer, cancellationToken);

    private async ValueTask<int> SendHeldThenRead(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await SendHeld(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_held.Length < _heldLength + bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_heldLength + bytes.Length);
            _held.AsSpan(0, _heldLength).CopyTo(larger);
            GiveBack();
            _held = larger;
        }

        bytes.CopyTo(_held.AsSpan(_heldLength));
        _heldLength += bytes.Length;
    }

    /// <summary>When this fails or is cancelled, the buffer is left to the collector: the system may still be reading it.</summary>
    private async ValueTask SendHeld(CancellationToken cancellationToken)
    {
        var length = _heldLength;
        _heldLength = 0;
        await base.WriteAsync(_held.AsMemory(0, length), cancellationToken);
        GiveBack();
    }

    private void GiveBack()
    {
        if (_held.Length > 0) ArrayPool<byte>.Shared.Return(_held);
        _held = [];
    }
}
