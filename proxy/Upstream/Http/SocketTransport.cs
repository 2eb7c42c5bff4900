using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>A connection without TLS: a request's head and body go in one call of the system.</summary>
internal sealed class SocketTransport : Transport
{
    private readonly Socket _socket;

    public SocketTransport(Socket socket)
    {
        _socket = socket;
        // A send that is not asynchronous returns instead of waiting, and keeps hold of no buffer.
        socket.Blocking = false;
    }

    public override bool IsQuiet => !_socket.Poll(0, SelectMode.SelectRead);

    public override int TrySend(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        var sent = _socket.Send(new[] { Segment(head), Segment(body) }, SocketFlags.None, out var error);
        return error is SocketError.Success or SocketError.WouldBlock ? sent : throw new SocketException((int)error);
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, int sent, CancellationToken cancellationToken)
    {
        await SendAsync(head[Math.Min(sent, head.Length)..], cancellationToken);
        await SendAsync(body[Math.Max(0, sent - head.Length)..], cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer) => _socket.ReceiveAsync(buffer, SocketFlags.None);

    public override void Dispose() => _socket.Dispose();

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
    }

    private static ArraySegment<byte> Segment(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is not null ? segment : bytes.ToArray();
}
