using System.Buffers;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation;

/// <summary>Writes an upstream's response, whole or as a stream that has ended, as one Anthropic message.</summary>
internal sealed class ResponseTranslator : IDisposable
{
    private readonly MessageWriter _message;
    private readonly ResponseBuilder _builder;
    private readonly ResponseReader _reader;

    public ResponseTranslator(ResponseContext context, IBufferWriter<byte> output)
    {
        _message = new MessageWriter(output);
        _builder = new ResponseBuilder(context, _message);
        _reader = ResponseReaders.Create(context, _builder);
    }

    /// <summary>What the response took, known when it has been taken.</summary>
    public Usage Usage => _builder.Usage;

    /// <summary>
    /// Writes all but the end. Throws <see cref="ApiErrorException"/> when the response is an error, garbage, or cannot be given faithfully; what is
    /// in the output then is of no use.
    /// </summary>
    public void Take(ReadOnlySpan<byte> body)
    {
        if (IsEventStream(body))
            TakeStream(body);
        else
            TakeWhole(body);
    }

    /// <summary>Writes the end, with what is known by then of the response's calls.</summary>
    public void Conclude() => _builder.End();

    public void Dispose()
    {
        _builder.Dispose();
        _message.Dispose();
    }

    /// <summary>Some gateways always stream.</summary>
    private static bool IsEventStream(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart("\uFEFF \t\r\n"u8);
        return start.StartsWith("data:"u8) || start.StartsWith("event:"u8) || start.StartsWith("id:"u8) || start.StartsWith(":"u8);
    }

    private void TakeWhole(ReadOnlySpan<byte> body)
    {
        try
        {
            _reader.TakeWhole(body);
        }
        catch (JsonFormatException e)
        {
            throw new ApiErrorException(
                ApiError.BadGateway($"The upstream's response is not one of its API: {JsonPath.To(body, e.Position)} {e.Message}."));
        }

        _builder.Complete(isAnnounced: true);
    }

    private void TakeStream(ReadOnlySpan<byte> body)
    {
        using var parser = new SseParser();
        try
        {
            var isEnded = Feed(parser.Read(body)) || Feed(parser.End());
            _builder.Complete(isEnded);
        }
        catch (JsonFormatException e)
        {
            throw new ApiErrorException(ApiError.BadGateway($"The upstream's stream holds something that is not an event of its API: {e.Message}."));
        }
    }

    private bool Feed(SseEvents events)
    {
        foreach (var data in events)
        {
            if (!data.IsEmpty && _reader.Take(data))
                return true;
        }

        return false;
    }
}
