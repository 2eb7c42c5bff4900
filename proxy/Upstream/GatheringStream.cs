using System.Buffers;
using System.Buffers.Text;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// A plain connection to an upstream that sends a request's headers and body in one call. SocketsHttpHandler sends its first
/// 4 KiB on their own, which wakes the other side twice for each request.
/// </summary>
internal sealed class GatheringStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private byte[] _held = [];
    private int _heldLength;

    /// <summary>
    /// Holds back a write that ends inside the body that it announces, for the write that follows. Whatever is still held goes out before anything is
    /// read, so that nothing can wait for it.
    /// </summary>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_heldLength > 0)
            return SendBothAsync(buffer, cancellationToken);
        if (!IsBeginning(buffer.Span))
            return base.WriteAsync(buffer, cancellationToken);
        Hold(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _heldLength == 0 ? base.ReadAsync(buffer, cancellationToken) : SendHeldThenReadAsync(buffer, cancellationToken);

    /// <summary>Whether bytes are the headers of a request and less of its body than they announce.</summary>
    private static bool IsBeginning(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("POST "u8))
            return false;
        var bodyStart = bytes.IndexOf("\r\n\r\n"u8) + 4;
        var length = bytes.IndexOf("\r\nContent-Length: "u8);
        return bodyStart > length && length > 0
            && Utf8Parser.TryParse(bytes[(length + "\r\nContent-Length: ".Length)..], out int announced, out _)
            && bytes.Length - bodyStart < announced;
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        _held = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(_held);
        _heldLength = bytes.Length;
    }

    private async ValueTask SendBothAsync(ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        if (!MemoryMarshal.TryGetArray(rest, out var second))
        {
            await SendHeldAsync(cancellationToken);
            await base.WriteAsync(rest, cancellationToken);
            return;
        }

        var held = TakeHeld();
        try
        {
            await Socket.SendAsync([held, second], SocketFlags.None);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }

        ArrayPool<byte>.Shared.Return(held.Array!);
        await ForgetBuffersAsync();
    }

    /// <summary>The socket would refer to the buffers that it sent until it sends again, however long the response takes.</summary>
    private async ValueTask ForgetBuffersAsync()
    {
        try
        {
            await Socket.SendAsync([ArraySegment<byte>.Empty], SocketFlags.None);
        }
        catch (SocketException)
        {
            // The other side has closed, perhaps after its response: the read that follows tells.
        }
    }

    private async ValueTask<int> SendHeldThenReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await SendHeldAsync(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }

    private async ValueTask SendHeldAsync(CancellationToken cancellationToken)
    {
        var held = TakeHeld();
        await base.WriteAsync(held, cancellationToken);
        ArrayPool<byte>.Shared.Return(held.Array!);
    }

    /// <summary>A connection that waits holds no buffer; one that breaks leaves it to the collector.</summary>
    private ArraySegment<byte> TakeHeld()
    {
        var held = new ArraySegment<byte>(_held, 0, _heldLength);
        (_held, _heldLength) = ([], 0);
        return held;
    }
}
