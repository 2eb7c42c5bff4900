using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>One client's connection. It reads ahead of the request being served, so that a client that leaves is noticed at once.</summary>
internal sealed class SocketConnection : ConnectionContext, IDuplexPipe
{
    private const int ReceiveBytes = 128 << 10;
    private const int MinReceiveBytes = 16 << 10;

    /// <summary>What is received beyond the request being served, before the client has to wait.</summary>
    private const int MaxUnreadBytes = 1 << 20;

    private static readonly PipeOptions InputOptions = new(
        readerScheduler: PipeScheduler.Inline,
        writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: MaxUnreadBytes,
        resumeWriterThreshold: MaxUnreadBytes / 2,
        minimumSegmentSize: ReceiveBytes,
        useSynchronizationContext: false);

    /// <summary>What all connections have in common; it takes no place in each of them.</summary>
    private static readonly IFeatureCollection CommonFeatures = CreateCommonFeatures();

    private readonly Socket _socket;
    private readonly Pipe _input = new(InputOptions);
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _receiving;
    private IDictionary<object, object?>? _items;
    private string? _id;

    public SocketConnection(Socket socket)
    {
        _socket = socket;
        Output = new SocketWriter(socket);
        Transport = this;
        ConnectionClosed = _closed.Token;
        _receiving = ReceiveAsync();
    }

    public PipeReader Input => _input.Reader;

    public PipeWriter Output { get; }

    public override IDuplexPipe Transport { get; set; }

    public override string ConnectionId { get => _id ??= Guid.NewGuid().ToString("N"); set => _id = value; }

    public override IFeatureCollection Features { get; } = new FeatureCollection(CommonFeatures);

    public override IDictionary<object, object?> Items { get => _items ??= new Dictionary<object, object?>(); set => _items = value; }

    public override void Abort(ConnectionAbortedException abortReason) => _socket.Dispose();

    public override async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await Output.CompleteAsync();
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client was faster.
        }

        _socket.Dispose();
        await _receiving;
        _closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task ReceiveAsync()
    {
        Exception? failure = null;
        try
        {
            for (var (isFilled, isWanted) = (false, true); isWanted;)
            {
                // A connection that waits holds no buffer.
                if (!isFilled)
                    await _socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None);
                var memory = _input.Writer.GetMemory(MinReceiveBytes);
                var count = await _socket.ReceiveAsync(memory, SocketFlags.None);
                if (count == 0)
                    break;
                isFilled = count == memory.Length;
                _input.Writer.Advance(count);
                var flushed = await _input.Writer.FlushAsync();
                isWanted = !flushed.IsCompleted && !flushed.IsCanceled;
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            failure = new ConnectionResetException(e.Message, e);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            failure = new ConnectionAbortedException(e.Message, e);
        }

        await _input.Writer.CompleteAsync(failure);
        await _closed.CancelAsync();
    }

    private static FeatureCollection CreateCommonFeatures()
    {
        var common = new FeatureCollection();
        common.Set<IMemoryPoolFeature>(BlockPool.Instance);
        return common;
    }
}
