using System.Net.Sockets;
using System.Runtime.InteropServices;

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
        if (_heldLength > 0) return SendBoth(buffer, cancellationToken);
        if (!_more) return base.WriteAsync(buffer, cancellationToken);
        Hold(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _heldLength == 0 ? base.ReadAsync(buffer, cancellationToken) : SendHeldThenRead(buffer, cancellationToken);

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_held.Length < bytes.Length) _held = new byte[bytes.Length];
        bytes.CopyTo(_held);
        _heldLength = bytes.Length;
    }

    private async ValueTask SendBoth(ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        var held = TakeHeld();
        if (!MemoryMarshal.TryGetArray(rest, out var second))
        {
            await base.WriteAsync(held, cancellationToken);
            await base.WriteAsync(rest, cancellationToken);
            return;
        }

        try
        {
            await Socket.SendAsync([held, second], SocketFlags.None);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    private async ValueTask<int> SendHeldThenRead(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await base.WriteAsync(TakeHeld(), cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }

    private ArraySegment<byte> TakeHeld()
    {
        var held = new ArraySegment<byte>(_held, 0, _heldLength);
        _heldLength = 0;
        return held;
    }
}
