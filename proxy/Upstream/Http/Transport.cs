namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>The bytes of one connection. One read and one send may be under way at a time; both fail when it is disposed.</summary>
internal abstract class Transport : IDisposable
{
    /// <summary>Nothing has come that was not read, not even the connection's end. Asked only between two requests.</summary>
    public abstract bool IsQuiet { get; }

    /// <summary>Sends of a request what goes at once. Returns the number of bytes.</summary>
    public abstract int TrySend(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body);

    /// <summary>Sends the rest. When this has ended, however it has, the bytes are referred to no more.</summary>
    /// <param name="sent">What went already.</param>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, int sent, CancellationToken cancellationToken);

    /// <summary>Returns 0 at the end. A read into nothing waits until there is something to read.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer);

    public abstract void Dispose();
}
