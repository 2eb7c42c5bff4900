using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Server.Relaying;

/// <summary>
/// A stream in another protocol, which is translated event by event. An upstream that gives its response whole, although it was asked for a stream,
/// is heard to its end and gives a stream as well.
/// </summary>
internal sealed class TranslatedStream : RelayedStream
{
    private const int MaxWholeBytes = 64 << 20;

    private readonly SseParser _parser = new();
    private readonly StreamTranslator _translator;
    private readonly Func<Task>? _decide;
    private Task? _deciding;

    /// <summary>The body of a response that comes whole.</summary>
    private readonly PooledBuffer? _whole;

    /// <param name="decide">Begins to decide about the calls that have come and waits until all are; null where no call is checked.</param>
    public TranslatedStream(ResponseContext context, bool comesWhole, Func<Task>? decide = null)
    {
        _decide = decide;
        _translator = new StreamTranslator(context, Frames);
        _whole = comesWhole ? new PooledBuffer(16 << 10) : null;
    }

    public override bool Done => _translator.Done;

    public override ApiError? Failure => _translator.Failure;

    public override ApiError? EarlyFailure => _translator.EarlyFailure;

    public Usage Usage => _translator.Usage;

    /// <summary>What is decided about calls while the rest still comes need not be waited for.</summary>
    public override Task? Awaited => _translator is { IsComplete: true, Done: false } ? _deciding : null;

    public override void Read(ReadOnlySpan<byte> bytes)
    {
        if (_whole is null)
        {
            foreach (var data in _parser.Read(bytes))
                _translator.Next(data);
        }
        else if (_whole.Length > MaxWholeBytes)
        {
            Fail(ApiError.BadGateway("The upstream's response is too large.", isLasting: true));
        }
        else
        {
            _whole.Append(bytes);
        }

        Decide();
    }

    public override void End()
    {
        if (_whole is not null)
        {
            _translator.TakeWhole(_whole.WrittenSpan);
        }
        else
        {
            foreach (var data in _parser.End())
                _translator.Next(data);
            _translator.Finish();
        }

        Decide();
    }

    public override void Conclude() => _translator.Conclude();

    public override void Fail(ApiError error) => _translator.Fail(error);

    public override void Ping() => _translator.Ping();

    public override void ReleaseBuffers()
    {
        _parser.ReleaseBuffers();
        base.ReleaseBuffers();
    }

    private void Decide()
    {
        if (_decide is not null && _translator.HasUnaskedCalls)
            _deciding = _decide();
    }

    public override void Dispose()
    {
        _translator.Dispose();
        _parser.Dispose();
        _whole?.Dispose();
        base.Dispose();
    }
}
