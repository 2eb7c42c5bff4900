using System.Buffers;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server;

/// <summary>
/// Relays an upstream's event stream: what has arrived is translated and flushed in one write, silence is filled with pings. An upstream that gives
/// its answer whole, although it was asked for a stream, is heard to its end and gives a stream as well.
/// </summary>
internal sealed class StreamRelay : IDisposable
{
    private const int ReadBytes = 16 << 10;
    private const int FlushBytes = 64 << 10;
    private const int MaxWholeBytes = 64 << 20;

    private readonly UpstreamAnswer _answer;
    private readonly RequestLifetime _lifetime;
    private readonly Exchange _exchange;
    private readonly PooledBuffer _frames = new(16 << 10);
    private readonly SseParser _parser = new();
    private readonly StreamTranslator _translator;

    /// <summary>The body of an answer that comes whole.</summary>
    private readonly PooledBuffer? _whole;

    /// <summary>Frames and client belong to the relay or to a ping, never to both.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _hasWritten;

    public StreamRelay(UpstreamAnswer answer, RequestLifetime lifetime, AnswerContext context, Exchange exchange)
    {
        (_answer, _lifetime, _exchange) = (answer, lifetime, exchange);
        _translator = new StreamTranslator(context, _frames);
        _whole = answer.IsJson ? new PooledBuffer(16 << 10) : null;
    }

    public Usage Usage => _translator.Usage;

    /// <summary>Runs until the stream has ended, well or with an error event. Throws when the client has left, or has been sent nothing yet.</summary>
    public async ValueTask Run(TimeProvider clock, TimeSpan pingInterval)
    {
        using var silence = new SilenceTimer(clock, pingInterval, () => _ = Ping());
        try
        {
            await Relay(silence);
        }
        catch (Exception e) when (_hasWritten && UpstreamFailure.Explain(e, _lifetime.Reason) is { } error)
        {
            await _turn.WaitAsync();
            _translator.Fail(error);
            _turn.Release();
        }
        finally
        {
            // Kept for good: a ping that is late must not reach the connection's next answer.
            await _turn.WaitAsync();
        }

        if (!_hasWritten && _translator.EarlyFailure is { } failure) throw new ApiErrorException(failure);
        _exchange.SendLast(_frames.WrittenSpan);
    }

    public void Dispose()
    {
        _translator.Dispose();
        _parser.Dispose();
        _frames.Dispose();
        _whole?.Dispose();
    }

    private async ValueTask Relay(SilenceTimer silence)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        do
        {
            var reading = _answer.Read(buffer, _lifetime.Token);
            // What has arrived is with the client before the proxy waits for more.
            if (!reading.IsCompleted || _frames.Length > FlushBytes) await Flush(silence);
            await Translate(buffer, await reading);
        }
        while (!_translator.Done);

        // Only here: after a failure a read could still be writing into it.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async ValueTask Translate(byte[] buffer, int count)
    {
        _lifetime.Touch();
        await _turn.WaitAsync();
        try
        {
            if (_whole is not null) TakeWhole(_whole, buffer.AsSpan(0, count));
            else TakeEvents(buffer.AsSpan(0, count));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <param name="read">Empty when the upstream has ended its stream.</param>
    private void TakeEvents(ReadOnlySpan<byte> read)
    {
        foreach (var data in read.IsEmpty ? _parser.End() : _parser.Read(read)) _translator.Next(data);
        if (read.IsEmpty) _translator.Finish();
    }

    private void TakeWhole(PooledBuffer body, ReadOnlySpan<byte> read)
    {
        if (read.IsEmpty) _translator.TakeWhole(body.WrittenSpan);
        else if (body.Length > MaxWholeBytes) _translator.Fail(ApiError.BadGateway("The upstream's answer is too large."));
        else body.Append(read);
    }

    private async ValueTask Flush(SilenceTimer silence)
    {
        await _turn.WaitAsync();
        try
        {
            if (_frames.Length == 0) return;
            await Write();
            silence.Touch();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask Write()
    {
        _hasWritten = true;
        await _exchange.Send(_frames.WrittenMemory);
        _frames.Clear();
    }

    private async Task Ping()
    {
        // Whoever has the turn is writing, so that there is no silence.
        if (!_turn.Wait(0)) return;
        try
        {
            _translator.Ping();
            await Write();
        }
        finally
        {
            _turn.Release();
        }
    }
}
