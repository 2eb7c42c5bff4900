using System.Buffers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>
/// A response's body as it comes, under the cancellation of its request. A read into nothing waits until there is something to read. At its end the
/// connection is free for another request; left unread, it is closed unless the end comes soon.
/// </summary>
internal sealed class ResponseBody : AsyncStream
{
    private const int MaxUnreadBytes = 1 << 20;

    /// <summary>How long a response that nobody reads any more may keep its connection; a paid model stops when that is closed.</summary>
    private static readonly TimeSpan UnreadTime = TimeSpan.FromMilliseconds(250);

    private readonly HttpConnection _connection;
    private readonly ConnectionPool? _pool;
    private readonly bool _keepsConnection;
    private readonly bool _isChunked;
    private long? _left;
    private ChunkDecoder _chunks;
    private bool _hasMore;
    private bool _isEnded;
    private bool _isReading;
    private bool _isLeft;

    /// <param name="pool">Takes the connection afterwards; null to close it.</param>
    public ResponseBody(HttpConnection connection, BodyFraming framing, ConnectionPool? pool)
    {
        (_connection, _pool) = (connection, pool);
        (_keepsConnection, _isChunked, _left) = (framing.KeepsConnection, framing.IsChunked, framing.Length);
        _isEnded = _left == 0;
    }

    /// <summary>It is called for every chunk of a stream.</summary>
    /// <exception cref="IOException">The connection broke, or the body is not framed as it should be.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isReading = true;
        var count = 0;
        while (!_isEnded && count == 0)
        {
            try
            {
                count = await _connection.ReadAsync(buffer);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                throw _connection.Explain(e);
            }

            if (buffer.IsEmpty)
                break;
            count = count == 0 ? EndWithConnection() : Take(buffer.Span[..count]);
        }

        _isReading = false;
        // Before the client has its response, which it may follow with another request at once.
        if (_isEnded && !_isLeft)
            LeaveConnection();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (!_isLeft)
            LeaveConnection();
        base.Dispose(disposing);
    }

    private void LeaveConnection()
    {
        _isLeft = true;
        if (_isEnded)
            Release();
        else if (_isReading || !_keepsConnection || _pool is null)
            _connection.Close();
        else
            _ = DrainAsync();
    }

    /// <summary>Returns how many of the bytes are the body's: they are at the front then.</summary>
    private int Take(Span<byte> bytes)
    {
        if (_isChunked)
        {
            var count = _chunks.Decode(bytes, out var used);
            if (_chunks.IsDone)
                End(hasMore: used < bytes.Length);
            return count;
        }

        if (_left is not { } left)
            return bytes.Length;
        var taken = (int)Math.Min(left, bytes.Length);
        _left = left - taken;
        if (_left == 0)
            End(hasMore: taken < bytes.Length);
        return taken;
    }

    private int EndWithConnection()
    {
        if (_isChunked || _left is not null)
            throw _connection.Explain(new IOException("The response was cut."));
        _isEnded = true;
        return 0;
    }

    private void End(bool hasMore) => (_isEnded, _hasMore) = (true, hasMore);

    /// <summary>The last bytes of a stream may come after the event that ends it.</summary>
    private async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(UnreadTime);
        var closing = patience.Token.UnsafeRegister(static self => ((HttpConnection)self!).Dispose(), _connection);
        var buffer = ArrayPool<byte>.Shared.Rent(4 << 10);
        try
        {
            for (var unread = 0; unread < MaxUnreadBytes && !_isEnded;)
                unread += await ReadAsync(buffer);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It is closed below.
        }

        ArrayPool<byte>.Shared.Return(buffer);
        if (_isEnded && closing.Unregister())
            Release();
        else
            _connection.Close();
    }

    private void Release()
    {
        if (_pool is not null && _keepsConnection && !_hasMore && _connection.TryRest())
            _pool.Return(_connection);
        else
            _connection.Close();
    }
}
