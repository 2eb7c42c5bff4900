using System.Buffers;
using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Turns the data payloads of an OpenAI stream into complete Anthropic SSE frames. No I/O: the caller flushes the output.</summary>
internal sealed class StreamTranslator(AnswerContext context, IBufferWriter<byte> output) : IDisposable
{
    /// <summary>The last frame (message_stop or error) is written; further input is ignored.</summary>
    public bool Done { get; private set; }

    /// <summary>Takes the data of one upstream event, <c>[DONE]</c> included. Never throws for what the upstream sent: that becomes an error frame.</summary>
    public void Next(ReadOnlySpan<byte> data) => throw new NotImplementedException($"{context} {output}");

    /// <summary>The upstream ended its stream: ends the message, or reports that it was cut.</summary>
    public void Finish() => throw new NotImplementedException();

    /// <summary>Ends the stream with an error frame, unless it has ended already.</summary>
    public void Fail(ApiError error) => throw new NotImplementedException();

    /// <summary>Writes a keep-alive frame, unless the stream has ended.</summary>
    public void Ping() => throw new NotImplementedException();

    public void Dispose() => Done = true;
}
