using System.Buffers;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>A connection on which one request follows the other. It is closed when the request under way is cancelled.</summary>
internal sealed class HttpConnection(Transport transport) : IDisposable
{
    private const int ReadBytes = 16 << 10;
    private const int MaxHeadBytes = 64 << 10;
    private const int MaxInterims = 20;

    private CancellationToken _cancellation;
    private CancellationTokenRegistration _registration;

    /// <summary>What was read and not taken yet is between the two.</summary>
    private byte[] _buffer = [];
    private int _from;
    private int _to;
    private bool _isKept;
    private bool _hasResponded;
    private bool _isWholeRequestSent;

    /// <summary>In milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long OpenedAt { get; } = Environment.TickCount64;

    /// <summary>Since when it carries no request; in the same milliseconds.</summary>
    public long RestsSince { get; private set; }

    public bool IsQuiet => transport.IsQuiet;

    /// <summary>
    /// Sends a request and returns the head of its response; the body follows by <see cref="ReadAsync"/>, under the same cancellation. When this
    /// throws, the connection is closed. Afterwards nothing refers to the request.
    /// </summary>
    /// <exception cref="DeadConnectionException">The connection had been used before and has ended since.</exception>
    /// <exception cref="NoResponseException">No response came, or none that is HTTP.</exception>
    public async ValueTask<ResponseHead> AskAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static self => ((HttpConnection)self!).Dispose(), this);
        (_hasResponded, _isWholeRequestSent) = (false, false);
        try
        {
            var sent = transport.TrySend(head, body);
            if (sent < head.Length + body.Length)
                return await ReadHeadWhileSendingAsync(head, body, sent);
            _isWholeRequestSent = true;
            return await ReadHeadAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Close();
            if (_isKept && !_hasResponded)
                throw Explain(new DeadConnectionException(e));
            throw Explain(e as NoResponseException ?? NoResponseException.Ended(e));
        }
    }

    /// <summary>Why what was under way failed: the connection breaks also when it is cancelled.</summary>
    public Exception Explain(Exception failure)
    {
        if (_cancellation.IsCancellationRequested)
            return new OperationCanceledException(_cancellation);
        return failure as IOException ?? new IOException("The connection broke.", failure);
    }

    /// <summary>Reads what comes after the head. 0 at the connection's end; a read into nothing waits until there is something to read.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        if (_from == _to)
            return transport.ReadAsync(buffer);
        var count = Math.Min(buffer.Length, _to - _from);
        _buffer.AsSpan(_from, count).CopyTo(buffer.Span);
        _from += count;
        if (_from == _to)
            ReleaseBuffer();
        return new ValueTask<int>(count);
    }

    /// <summary>Ends a request whose response has been read to its end. False when the connection can carry no other.</summary>
    public bool TryRest()
    {
        var isFree = !_cancellation.CanBeCanceled || _registration.Unregister();
        if (!isFree || !_isWholeRequestSent || _from < _to)
            return false;
        (_isKept, RestsSince) = (true, Environment.TickCount64);
        return true;
    }

    /// <summary>Ends the connection with its request.</summary>
    public void Close()
    {
        _registration.Unregister();
        Dispose();
    }

    /// <summary>What is under way on it fails.</summary>
    public void Dispose() => transport.Dispose();

    /// <summary>A server may respond, mostly with an error, before it has read all.</summary>
    private async ValueTask<ResponseHead> ReadHeadWhileSendingAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, int sent)
    {
        using var refused = new CancellationTokenSource();
        var sending = transport.SendAsync(head, body, sent, refused.Token).AsTask();
        try
        {
            var response = await ReadHeadAsync();
            if (response.Status >= 300)
                await refused.CancelAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _isWholeRequestSent = sending.IsCompletedSuccessfully;
            return response;
        }
        finally
        {
            // Nobody else may write into the request's memory before.
            if (!sending.IsCompleted)
                Dispose();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask<ResponseHead> ReadHeadAsync()
    {
        // A connection that waits holds no buffer.
        await transport.ReadAsync(Memory<byte>.Empty);
        _buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        (_from, _to) = (0, 0);
        for (var interims = 0; interims < MaxInterims;)
        {
            var length = ResponseHead.FindEnd(_buffer.AsSpan(_from, _to - _from));
            if (length == 0)
            {
                await ReadOnAsync();
                continue;
            }

            var head = ResponseHead.Parse(_buffer.AsSpan(_from, length));
            _from += length;
            if (!head.IsInterim)
            {
                if (_from == _to)
                    ReleaseBuffer();
                return head;
            }

            if (head.Status == 101)
                break;
            interims++;
        }

        throw NoResponseException.NotHttp();
    }

    /// <summary>Reads more of a head.</summary>
    private async ValueTask ReadOnAsync()
    {
        if (_to - _from >= MaxHeadBytes || !ResponseHead.IsBegun(_buffer.AsSpan(_from, _to - _from)))
            throw NoResponseException.NotHttp();
        if (_to == _buffer.Length)
            Grow();
        var count = await transport.ReadAsync(_buffer.AsMemory(_to));
        if (count == 0)
            throw NoResponseException.Ended();
        _hasResponded = true;
        _to += count;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        _buffer.AsSpan(_from, _to - _from).CopyTo(larger);
        (_from, _to) = (0, _to - _from);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void ReleaseBuffer()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _from, _to) = ([], 0, 0);
    }
}
