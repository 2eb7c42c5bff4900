using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Relaying;

/// <summary>
/// Relays an upstream's event stream: what has arrived is flushed in one write, silence is filled with pings. A stream may be of any length and last
/// for any time: nothing of it is kept, and silence ends it.
/// </summary>
internal sealed class StreamRelay(UpstreamResponse response, RequestLifetime lifetime, RelayedStream stream, Exchange exchange) : IDisposable
{
    /// <summary>Is told when bytes come.</summary>
    public required ChunkTimes Times { get; init; }

    /// <summary>What the response answers; it is given up when that begins.</summary>
    public required RequestBody Request { get; init; }

    private const int ReadBytes = 16 << 10;
    private const int FlushBytes = 64 << 10;

    /// <summary>Frames and client belong to the relay or to a ping, never to both.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _hasWritten;

    /// <summary>
    /// Runs until the stream has ended, well or with an error event. Throws when the client has left, or has been sent nothing yet. What waits
    /// for the upstream is one method: each layer would cost every stream.
    /// </summary>
    public async ValueTask RunAsync(TimeProvider clock, TimeSpan pingInterval)
    {
        using var silence = new SilenceTimer(clock, pingInterval, () => _ = PingAsync());
        try
        {
            while (!stream.Done && stream.Awaited is null)
            {
                var waiting = response.WaitForBodyAsync();
                // What has arrived is with the client before the proxy waits for more, and a stream that waits holds no buffer.
                if (!waiting.IsCompleted || stream.Frames.Length > FlushBytes)
                    await FlushAsync(silence);
                await waiting;
                var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
                var reading = response.ReadBodyAsync(buffer);
                // Some bytes are there, but not enough to be decoded.
                if (!reading.IsCompleted)
                    await FlushAsync(silence);
                var count = await reading;
                await _turn.WaitAsync();
                Take(buffer.AsSpan(0, count));
                // Only here: after a failure a read could still be writing into it.
                ArrayPool<byte>.Shared.Return(buffer);
            }

            if (stream.Awaited is { } awaited)
                await ConcludeAsync(awaited, silence);
        }
        catch (Exception e) when (_hasWritten && UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
        {
            await _turn.WaitAsync();
            stream.Fail(error);
            _turn.Release();
        }
        finally
        {
            // Kept for good: a ping that is late must not reach the connection's next response.
            await _turn.WaitAsync();
        }

        exchange.Record?.Error = stream.Failure?.Type;
        if (!_hasWritten && stream.EarlyFailure is { } failure)
            throw new ApiErrorException(failure);
        await exchange.SendLastAsync(stream.Frames.WrittenMemory);
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Ends the turn.</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        lifetime.Touch();
        exchange.Record?.AddChunk();
        var began = exchange.Record is null ? 0 : Stopwatch.GetTimestamp();
        try
        {
            if (bytes.IsEmpty)
            {
                stream.End();
            }
            else
            {
                Times.Add(lifetime.Elapsed);
                stream.Read(bytes);
            }
        }
        finally
        {
            exchange.Record?.AddTranslation(began);
            _turn.Release();
        }
    }

    /// <summary>What has come is with the client while the end waits.</summary>
    private async ValueTask ConcludeAsync(Task awaited, SilenceTimer silence)
    {
        await FlushAsync(silence);
        await awaited;
        await _turn.WaitAsync();
        stream.Conclude();
        _turn.Release();
    }

    private async ValueTask FlushAsync(SilenceTimer silence)
    {
        await _turn.WaitAsync();
        try
        {
            if (stream.Frames.Length > 0)
            {
                await SendAsync();
                stream.Frames.Clear();
                silence.Touch();
            }

            stream.ReleaseBuffers();
        }
        finally
        {
            _turn.Release();
        }
    }

    private ValueTask<FlushResult> SendAsync()
    {
        if (!_hasWritten)
            Request.Dispose();
        _hasWritten = true;
        return exchange.SendAsync(stream.Frames.WrittenMemory);
    }

    private async Task PingAsync()
    {
        // The turn is taken, so something is being written and the stream is not silent.
        if (!_turn.Wait(0))
            return;
        try
        {
            stream.Ping();
            await SendAsync();
            stream.Frames.Clear();
            stream.ReleaseBuffers();
        }
        finally
        {
            _turn.Release();
        }
    }
}
