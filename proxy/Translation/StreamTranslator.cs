using System.Buffers;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Answers;

namespace ClaudeCodeProxy.Translation;

/// <summary>Turns the data payloads of an OpenAI stream into complete Anthropic SSE frames. No I/O: the caller flushes the output.</summary>
internal sealed class StreamTranslator : IDisposable
{
    private readonly AnswerContext _context;
    private readonly EventWriter _events;
    private readonly AnswerBlocks _blocks;
    private readonly ToolCallTable _calls;
    private readonly AnswerEnd _end;
    private Usage? _usage;
    private int _outputBytes;
    private bool _started;

    public StreamTranslator(AnswerContext context, IBufferWriter<byte> output)
    {
        _context = context;
        _events = new EventWriter(output);
        _blocks = new AnswerBlocks(_events);
        _calls = new ToolCallTable(context, _blocks);
        _end = new AnswerEnd(context);
    }

    /// <summary>What the answer took, known when it is <see cref="Done"/>.</summary>
    public Usage Usage { get; private set; }

    /// <summary>The last frame (message_stop or error) is written; further input is ignored.</summary>
    public bool Done { get; private set; }

    /// <summary>
    /// Takes the data of one upstream event, <c>[DONE]</c> included. Never throws for what the upstream sent: that becomes an error frame.
    /// </summary>
    public void Next(ReadOnlySpan<byte> data)
    {
        if (Done || data.IsEmpty) return;
        try
        {
            if (data.TrimEnd((byte)' ').SequenceEqual("[DONE]"u8)) End(isAnnounced: true);
            else Take(ChatAnswerReader.Read(data), data);
        }
        catch (JsonFormatException e)
        {
            Fail(ApiError.BadGateway($"The upstream's stream holds something that is no chat completion: {e.Message}."));
        }
        catch (ApiErrorException e)
        {
            Fail(e.Error);
        }
    }

    /// <summary>The upstream ended its stream: ends the message, or reports that it was cut.</summary>
    public void Finish()
    {
        if (Done) return;
        try
        {
            End(isAnnounced: false);
        }
        catch (ApiErrorException e)
        {
            Fail(e.Error);
        }
    }

    /// <summary>Ends the stream with an error frame, unless it has ended already.</summary>
    public void Fail(ApiError error)
    {
        if (Done) return;
        Done = true;
        _events.Error(error);
    }

    /// <summary>Writes a keep-alive frame, unless the stream has ended.</summary>
    public void Ping()
    {
        if (!Done) _events.Ping();
    }

    public void Dispose()
    {
        Done = true;
        _blocks.Dispose();
    }

    private void Take(in ChatAnswer answer, ReadOnlySpan<byte> data)
    {
        if (answer.Error.IsPresent) throw new ApiErrorException(UpstreamErrorTranslator.TranslateInAnswer(data));
        if (answer.Usage is { } usage) _usage = AnswerUsage.Translate(usage);
        if (!answer.HasChoice) return;
        Start();
        _outputBytes += answer.TextLength;
        _end.Take(answer, data);
        if (_end.Finish == FinishReason.Error) throw new ApiErrorException(ApiError.BadGateway("The upstream reports that the model failed."));
        TakeThoughts(answer, data);
        _blocks.Say(BlockKind.Text, answer.Content.In(data));
        TakeCalls(answer, data);
        _blocks.Say(BlockKind.Text, answer.Refusal.In(data));
    }

    private void TakeThoughts(in ChatAnswer answer, ReadOnlySpan<byte> data)
    {
        _blocks.Say(BlockKind.Thinking, answer.Reasoning.In(data));
        if (answer.Reasoning.IsPresent || !answer.ReasoningDetails.IsPresent) return;
        foreach (var text in new ReasoningDetails(data, answer.ReasoningDetails)) _blocks.Say(BlockKind.Thinking, text.In(data));
    }

    private void TakeCalls(in ChatAnswer answer, ReadOnlySpan<byte> data)
    {
        if (answer.FunctionCall.IsPresent) _calls.Take(data, ChatToolCalls.ReadFunctionCall(data, answer.FunctionCall));
        if (!answer.ToolCalls.IsPresent) return;
        foreach (var piece in new ChatToolCalls(data, answer.ToolCalls)) _calls.Take(data, piece);
    }

    private void Start()
    {
        if (_started) return;
        _started = true;
        _events.MessageStart(_context.MessageId, _context.ClientModel, new Usage(_context.EstimatedInputTokens, 0, 0, 1, 0));
        _events.Ping();
    }

    /// <param name="isAnnounced">The upstream said <c>[DONE]</c>. Without that, and without a finish reason, the stream was cut.</param>
    private void End(bool isAnnounced)
    {
        if (!_started || (_end.Finish == FinishReason.None && !isAnnounced))
            throw new ApiErrorException(ApiError.BadGateway("The upstream's stream ended before the answer did."));
        _blocks.End(_end.IsCut);
        var hasCall = _blocks.HasCompleteCall;
        Usage = _usage ?? AnswerUsage.Estimate(_context, _outputBytes);
        _events.MessageDelta(_end.Reason(hasCall), _end.StopSequence(hasCall), Usage);
        _events.MessageStop();
        Done = true;
    }
}
