using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>Gathers what is written between two flushes and sends it in one call; holds no buffer in between.</summary>
internal sealed class SocketWriter(Socket socket) : PipeWriter
{
    private const int MinBufferBytes = 4096;

    /// <summary>Kestrel puts a chunk's length before and a line break after what it writes, and does not ask for their room.</summary>
    private const int MinFreeBytes = 256;

    private readonly Lock _state = new();
    private byte[] _buffer = [];
    private int _length;
    private bool _isClosed;
    private bool _isSending;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _length;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bytes, (uint)(_buffer.Length - _length));
        _length += bytes;
    }

    /// <summary>Does not throw when the client has left, but says that nobody reads (<see cref="FlushResult.IsCompleted"/>).</summary>
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        lock (_state)
        {
            if (_isClosed || _length == 0)
                return new ValueTask<FlushResult>(new FlushResult(false, _isClosed));
            _isSending = true;
        }

        var sending = SendAsync(_buffer.AsMemory(0, _length), cancellationToken);
        return sending.IsCompletedSuccessfully ? new ValueTask<FlushResult>(Finish(sending.Result)) : AwaitAsync(sending);
    }

    /// <summary>A send cannot be taken back; a connection that is in the way is aborted.</summary>
    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
        lock (_state)
        {
            _isClosed = true;
            // A buffer that is being sent must not reach another connection.
            if (!_isSending)
                Release();
        }
    }

    private async ValueTask<FlushResult> AwaitAsync(ValueTask<bool> sending) => Finish(await sending);

    private FlushResult Finish(bool sent)
    {
        lock (_state)
        {
            _isSending = false;
            _isClosed |= !sent;
            Release();
            return new FlushResult(false, _isClosed);
        }
    }

    private async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (bytes.Length > 0)
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A part may have been sent: the connection is of no more use.
            return false;
        }
    }

    private void Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, MinFreeBytes);
        if (needed <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(MinBufferBytes, 2 * _buffer.Length)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void Release()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }
}
