using System.Runtime.CompilerServices;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// A connection to an upstream, on which one request follows the other. An upstream may close it at the very moment at which it is used again
/// (RFC 9112, 9.3.1): that is told by a <see cref="DeadConnectionException"/>, apart from the failure of a connection that is new or has responded.
/// </summary>
internal sealed class KeptConnectionStream(Stream inner) : AsyncStream
{
    private bool _isKept;
    private bool _hasResponded;

    public override bool CanWrite => true;

    private bool IsDead => _isKept && !_hasResponded;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The first write of a request: no JSON in the midst of which another one could begin looks like this.
        if (buffer.Span.StartsWith("POST "u8))
            (_isKept, _hasResponded) = (_isKept || _hasResponded, false);
        var writing = inner.WriteAsync(buffer, cancellationToken);
        return writing.IsCompletedSuccessfully ? writing : AwaitAsync(writing);
    }

    /// <summary>It is called for every chunk of a stream.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException e) when (IsDead)
        {
            throw new DeadConnectionException(e);
        }

        if (count == 0 && !buffer.IsEmpty && IsDead)
            throw new DeadConnectionException(null);
        _hasResponded |= count > 0;
        return count;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask AwaitAsync(ValueTask writing)
    {
        try
        {
            await writing;
        }
        catch (IOException e) when (IsDead)
        {
            throw new DeadConnectionException(e);
        }
    }
}
