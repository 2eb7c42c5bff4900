using System.Buffers;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>A connection under TLS.</summary>
/// <param name="socket">That the stream is on.</param>
internal sealed class StreamTransport(Stream stream, Socket socket) : Transport
{
    /// <summary>Of one record of TLS (RFC 8446, 5.1).</summary>
    private const int RecordBytes = 16 << 10;

    private Task<int>? _ahead;

    /// <summary>What was decrypted already does not show at the socket.</summary>
    public override bool IsQuiet => !(_ahead ??= stream.ReadAsync(Memory<byte>.Empty).AsTask()).IsCompleted;

    public override int TrySend(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body) => 0;

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, int sent, CancellationToken cancellationToken)
    {
        var together = Math.Min(body.Length, Math.Max(0, RecordBytes - head.Length));
        var record = ArrayPool<byte>.Shared.Rent(head.Length + together);
        head.CopyTo(record);
        body[..together].CopyTo(record.AsMemory(head.Length));
        await stream.WriteAsync(record.AsMemory(0, head.Length + together), cancellationToken);
        ArrayPool<byte>.Shared.Return(record);
        if (together < body.Length)
            await stream.WriteAsync(body[together..], cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer) => _ahead is null ? stream.ReadAsync(buffer) : ReadOnAsync(_ahead, buffer);

    public override void Dispose()
    {
        // First: what is under way in the stream fails, instead of being in its way.
        socket.Dispose();
        stream.Dispose();
    }

    private async ValueTask<int> ReadOnAsync(Task<int> ahead, Memory<byte> buffer)
    {
        await ahead;
        _ahead = null;
        return await stream.ReadAsync(buffer);
    }
}
