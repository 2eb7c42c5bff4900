using System.Buffers;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Sse;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation;

/// <summary>Writes an upstream's response, whole or as a stream that has ended, as one Anthropic message.</summary>
internal static class ResponseTranslator
{
    /// <summary>
    /// Returns what the response took. Throws <see cref="ApiErrorException"/> when the response is an error, garbage, or cannot be given faithfully;
    /// what is in the output then is of no use.
    /// </summary>
    public static Usage Translate(ReadOnlyMemory<byte> body, ResponseContext context, IBufferWriter<byte> output)
    {
        using var message = new MessageWriter(output);
        using var builder = new ResponseBuilder(context, message);
        var reader = ResponseReaders.Create(context, builder);
        if (IsEventStream(body.Span))
            TakeStream(body.Span, reader, builder);
        else
            TakeWhole(body.Span, reader, builder);
        return builder.Usage;
    }

    /// <summary>Some gateways always stream.</summary>
    private static bool IsEventStream(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart("\uFEFF \t\r\n"u8);
        return start.StartsWith("data:"u8) || start.StartsWith("event:"u8) || start.StartsWith("id:"u8) || start.StartsWith(":"u8);
    }

    private static void TakeWhole(ReadOnlySpan<byte> body, ResponseReader reader, ResponseBuilder builder)
    {
        try
        {
            reader.TakeWhole(body);
        }
        catch (JsonFormatException e)
        {
            throw new ApiErrorException(
                ApiError.BadGateway($"The upstream's response is not one of its API: {JsonPath.To(body, e.Position)} {e.Message}."));
        }

        builder.Complete(isAnnounced: true);
    }

    private static void TakeStream(ReadOnlySpan<byte> body, ResponseReader reader, ResponseBuilder builder)
    {
        using var parser = new SseParser();
        try
        {
            var isEnded = Feed(parser.Read(body), reader) || Feed(parser.End(), reader);
            builder.Complete(isEnded);
        }
        catch (JsonFormatException e)
        {
            throw new ApiErrorException(ApiError.BadGateway($"The upstream's stream holds something that is not an event of its API: {e.Message}."));
        }
    }

    private static bool Feed(SseEvents events, ResponseReader reader)
    {
        foreach (var data in events)
        {
            if (!data.IsEmpty && reader.Take(data))
                return true;
        }

        return false;
    }
}
