using System.IO.Pipelines;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using Microsoft.AspNetCore.Connections;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>
/// A request's body in one piece: where the connection received it, if it lies there so, else a copy. Disposing gives it up; that may be done twice.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private const int UnknownLength = 16 << 10;

    /// <summary>More would fill the connection's input, which then receives no more.</summary>
    private const int MaxInPlace = 256 << 10;

    private PipeReader? _reader;
    private readonly SequencePosition _end;
    private readonly PooledBuffer? _copy;

    private RequestBody(PipeReader reader, ReadResult read) => (_reader, _end, Bytes) = (reader, read.Buffer.End, read.Buffer.First);

    private RequestBody(PooledBuffer copy) => (_copy, Bytes) = (copy, copy.WrittenMemory);

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public static async ValueTask<RequestBody> ReadAsync(Exchange exchange, int limit)
    {
        var codings = CompressedBody.ReadCodings(exchange);
        var announced = exchange.Headers.ContentLength;
        if (announced > limit)
            throw TooLarge(limit);
        try
        {
            var body = await ReadAsync(exchange.Body, announced, limit);
            return codings.Count == 0 ? body : Decode(body, codings, limit);
        }
        catch (IOException e) when (e is not ConnectionResetException)
        {
            throw new ApiErrorException(ApiError.InvalidRequest(
                "The body ended before its announced length, came too slowly, or came in chunks that are none."));
        }
    }

    public void Dispose()
    {
        // With its translation, which is about as large.
        QuietCollector.GiveUp(2 * Bytes.Length);
        _reader?.AdvanceTo(_end);
        _copy?.Dispose();
        (_reader, Bytes) = (null, default);
    }

    public static ApiErrorException TooLarge(int limit) =>
        new(ApiError.TooLarge($"The request is larger than {limit >> 20} MB. Shorten the conversation (/compact) or send fewer images."));

    private static RequestBody Decode(RequestBody body, IReadOnlyList<string> codings, int limit)
    {
        using (body)
            return new RequestBody(CompressedBody.Decode(body.Bytes.Span, codings, limit));
    }

    private static async ValueTask<RequestBody> ReadAsync(PipeReader reader, long? announced, int limit)
    {
        var read = await reader.ReadAsync();
        while (!read.IsCompleted && announced <= MaxInPlace)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        return read.IsCompleted && read.Buffer.IsSingleSegment && read.Buffer.Length <= limit
            ? new RequestBody(reader, read)
            : new RequestBody(await CopyAsync(reader, read, (int)(announced ?? UnknownLength), limit));
    }

    private static async ValueTask<PooledBuffer> CopyAsync(PipeReader reader, ReadResult read, int length, int limit)
    {
        var copy = new PooledBuffer(length);
        try
        {
            while (true)
            {
                if (copy.Length + read.Buffer.Length > limit)
                    throw TooLarge(limit);
                foreach (var part in read.Buffer)
                    copy.Append(part.Span);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return copy;
                read = await reader.ReadAsync();
            }
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

}
