using System.IO.Pipelines;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server;

/// <summary>Reads a request's body into one buffer, within a limit.</summary>
internal static class RequestBody
{
    private const int UnknownLength = 16 << 10;

    public static async ValueTask<PooledBuffer> Read(Exchange exchange, int limit)
    {
        var announced = exchange.Headers.ContentLength;
        if (announced > limit) throw TooLarge(limit);
        var body = new PooledBuffer((int)(announced ?? UnknownLength));
        try
        {
            await ReadInto(body, exchange.Body, limit);
            return body;
        }
        catch (Exception e)
        {
            body.Dispose();
            if (e is BadHttpRequestException) throw new ApiErrorException(ApiError.InvalidRequest("The body ended before its announced length, or came too slowly."));
            throw;
        }
    }

    private static async ValueTask ReadInto(PooledBuffer body, PipeReader reader, int limit)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            if (body.Length + read.Buffer.Length > limit) throw TooLarge(limit);
            foreach (var part in read.Buffer) body.Append(part.Span);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    private static ApiErrorException TooLarge(int limit) =>
        new(ApiError.TooLarge($"The request is larger than {limit >> 20} MB. Shorten the conversation (/compact) or send fewer images."));
}
