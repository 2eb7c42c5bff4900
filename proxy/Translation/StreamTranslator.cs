using System.Buffers;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation;

/// <summary>Turns the data payloads of an upstream's stream into complete Anthropic SSE frames. No I/O: the caller flushes the output.</summary>
internal sealed class StreamTranslator : IDisposable
{
    private readonly ResponseContext _context;
    private readonly EventWriter _events;
    private readonly ResponseBuilder _builder;
    private readonly ResponseReader _reader;

    public StreamTranslator(ResponseContext context, IBufferWriter<byte> output)
    {
        _context = context;
        _events = new EventWriter(output);
        _builder = new ResponseBuilder(context, _events);
        _reader = ResponseReaders.Create(context, _builder);
    }

    /// <summary>What the response took, known when it is <see cref="Done"/>.</summary>
    public Usage Usage => _builder.Usage;

    /// <summary>The last frame (message_stop or error) is written; further input is ignored.</summary>
    public bool Done { get; private set; }

    /// <summary>All is written but the end, which waits for what a model says of the calls; input is ignored until <see cref="Conclude"/>.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>A model has to be asked about some of the calls that are complete.</summary>
    public bool HasUnaskedCalls => _context.Checks is { HasUnasked: true };

    /// <summary>Why the stream ended with an error frame; null when it did not.</summary>
    public ApiError? Failure { get; private set; }

    /// <summary>Why the stream failed before the response began: a client that has been sent nothing yet is better told by status.</summary>
    public ApiError? EarlyFailure { get; private set; }

    /// <summary>
    /// Takes the data of one upstream event, <c>[DONE]</c> included. Never throws for what the upstream sent: that becomes an error frame.
    /// </summary>
    public void Next(ReadOnlySpan<byte> data)
    {
        if (Done || IsComplete || data.IsEmpty)
            return;
        try
        {
            if (_reader.Take(data))
                End(isAnnounced: true);
        }
        catch (JsonFormatException e)
        {
            Fail(ApiError.BadGateway($"The upstream's stream holds something that is not an event of its API: {e.Message}."));
        }
        catch (ApiErrorException e)
        {
            Fail(e.Error);
        }
    }

    /// <summary>Takes a response that came whole, from an upstream that was asked for a stream.</summary>
    public void TakeWhole(ReadOnlySpan<byte> body)
    {
        try
        {
            _reader.TakeWhole(body);
            End(isAnnounced: true);
        }
        catch (JsonFormatException e)
        {
            Fail(ApiError.BadGateway($"The upstream was asked for a stream and sent neither that nor a response: {e.Message}."));
        }
        catch (ApiErrorException e)
        {
            Fail(e.Error);
        }
    }

    /// <summary>The upstream ended its stream: ends the message, or reports that it was cut.</summary>
    public void Finish()
    {
        if (Done || IsComplete)
            return;
        try
        {
            End(isAnnounced: false);
        }
        catch (ApiErrorException e)
        {
            Fail(e.Error);
        }
    }

    /// <summary>Writes the end that has waited.</summary>
    public void Conclude()
    {
        if (Done || !IsComplete)
            return;
        _builder.End();
        Done = true;
    }

    /// <summary>Ends the stream with an error frame, unless it has ended already.</summary>
    public void Fail(ApiError error)
    {
        if (Done)
            return;
        Done = true;
        Failure = error;
        if (!_builder.HasStarted)
            EarlyFailure = error;
        _events.Error(error);
    }

    /// <summary>Writes a keep-alive frame, unless the stream has ended.</summary>
    public void Ping()
    {
        if (!Done)
            _events.Ping();
    }

    public void Dispose()
    {
        Done = true;
        _builder.Dispose();
    }

    private void End(bool isAnnounced)
    {
        _builder.Complete(isAnnounced);
        IsComplete = true;
        if (_context.Checks is not { IsPending: true })
            Conclude();
    }
}
