using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>Gathers what is written between two flushes and sends it in one call; holds no buffer in between.</summary>
internal sealed class SocketWriter : PipeWriter
{
    private const int MinBufferBytes = 4096;

    /// <summary>Kestrel puts a chunk's length before and a line break after what it writes, and does not ask for their room.</summary>
    private const int MinFreeBytes = 256;

    private readonly Socket _socket;
    private readonly Lock _state = new();
    private byte[] _buffer = [];
    private int _length;
    private bool _isClosed;
    private bool _isSending;

    public SocketWriter(Socket socket)
    {
        _socket = socket;
        // A send that is not asynchronous returns instead of waiting.
        socket.Blocking = false;
    }

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

        return TrySend(out var sent)
            ? new ValueTask<FlushResult>(Finish(sent == _length))
            : SendAsync(_buffer.AsMemory(sent, _length - sent), cancellationToken);
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

    /// <summary>Nearly always all goes at once. False when the client must be waited for.</summary>
    private bool TrySend(out int sent)
    {
        try
        {
            sent = _socket.Send(_buffer.AsSpan(0, _length), SocketFlags.None, out var error);
            return sent == _length || error is not (SocketError.Success or SocketError.WouldBlock);
        }
        catch (ObjectDisposedException)
        {
            sent = 0;
            return true;
        }
    }

    private async ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (bytes.Length > 0)
                bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A part may have been sent: the connection is of no more use.
        }

        return Finish(bytes.Length == 0);
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
