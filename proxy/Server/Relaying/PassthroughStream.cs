using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Sse;

namespace ClaudeCodeProxy.Server.Relaying;

/// <summary>
/// A stream of Anthropic's own API, whose bytes are handed on as they came, whole events at a time: so a ping or an error never lands inside one.
/// </summary>
internal sealed class PassthroughStream : RelayedStream
{
    private readonly EventWriter _events;

    /// <summary>An event that has begun and not ended.</summary>
    private readonly PooledBuffer _held = new();
    private int _line;
    private int _searched;
    private bool _isLast;
    private bool _done;
    private bool _hasBegun;
    private ApiError? _failure;

    public PassthroughStream() => _events = new EventWriter(Frames);

    public override bool Done => _done;

    public override ApiError? Failure => _failure;

    public override ApiError? EarlyFailure => _hasBegun ? null : _failure;

    /// <summary>Throws <see cref="SseTooLargeException"/> when one event outgrows the bound.</summary>
    public override void Read(ReadOnlySpan<byte> bytes)
    {
        if (_done)
            return;
        _held.Append(bytes);
        var whole = FindEnd();
        Frames.Append(_held.WrittenSpan[..whole]);
        _held.RemoveFirst(whole);
        _line -= whole;
        _searched -= whole;
        if (_held.Length > SseParser.DefaultMaxEventBytes)
            throw new SseTooLargeException(SseParser.DefaultMaxEventBytes);
    }

    public override void End()
    {
        if (_done)
            return;
        if (!_isLast)
        {
            Fail(ApiError.BadGateway("The upstream's stream ended before the response was complete."));
            return;
        }

        Frames.Append(_held.WrittenSpan);
        _done = true;
    }

    public override void Fail(ApiError error)
    {
        if (_done)
            return;
        _done = true;
        _failure = error;
        _events.Error(error);
    }

    public override void Ping()
    {
        if (!_done)
            _events.Ping();
    }

    public override void ReleaseBuffers()
    {
        _held.ReleaseIfEmpty();
        base.ReleaseBuffers();
    }

    public override void Dispose()
    {
        _held.Dispose();
        base.Dispose();
    }

    /// <summary>Where the last whole event ends.</summary>
    private int FindEnd()
    {
        var held = _held.WrittenSpan;
        var whole = 0;
        while (true)
        {
            var end = held[_searched..].IndexOfAny((byte)'\n', (byte)'\r');
            _searched = end < 0 ? held.Length : _searched + end;
            // A carriage return at the very end may be half of a line's end.
            if (end < 0 || held[_searched..] is [(byte)'\r'])
                return whole;
            var line = held[_line.._searched];
            _line = _searched += held[_searched..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1;
            if (!line.IsEmpty)
            {
                _isLast |= IsLast(line);
                continue;
            }

            _hasBegun = true;
            whole = _line;
            _done |= _isLast;
        }
    }

    private static bool IsLast(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("event:"u8))
            return false;
        var name = line["event:".Length..].TrimStart((byte)' ');
        return name.SequenceEqual("message_stop"u8) || name.SequenceEqual("error"u8);
    }
}
