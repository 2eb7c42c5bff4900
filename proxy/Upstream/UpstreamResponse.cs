using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Upstream.Http;

namespace ClaudeCodeProxy.Upstream;

/// <summary>An upstream's response whose status and headers are known and whose body is still to be read.</summary>
internal sealed class UpstreamResponse : IDisposable
{
    private readonly ResponseHead _head;
    private readonly Stream _body;

    private UpstreamResponse(ResponseHead head, Stream body) => (_head, _body) = (head, body);

    public int Status => _head.Status;

    public bool IsSuccess => Status == 200;

    /// <summary>It comes whole, even where a stream was asked for.</summary>
    public bool IsJson =>
        _head.Headers.FindAll("content-type"u8)?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>What its operator finds this exchange by.</summary>
    public string? RequestId => Header("x-request-id"u8) ?? Header("request-id"u8) ?? Header("apim-request-id"u8);

    /// <summary>As the upstream says it.</summary>
    public string ContentType => _head.Headers.FindAll("content-type"u8) ?? "application/json";

    public bool IsEventStream => ContentType.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _head.Headers.ToList();

    /// <summary>Ends the body, however it came out.</summary>
    /// <exception cref="UnknownCodingException">It is in a content coding that cannot be read.</exception>
    public static UpstreamResponse Create(ResponseHead head, Stream body)
    {
        try
        {
            return new UpstreamResponse(head, Decode(head, body));
        }
        catch (UnknownCodingException)
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Waits until there is something to read, or nothing more to come, without a buffer to read it into.</summary>
    public ValueTask<int> WaitForBodyAsync() => _body.ReadAsync(Memory<byte>.Empty);

    public ValueTask<int> ReadBodyAsync(Memory<byte> buffer) => _body.ReadAsync(buffer);

    /// <summary>Reads the rest of the body, up to a limit. False when there is more, which is left unread.</summary>
    public async ValueTask<bool> ReadWholeBodyAsync(PooledBuffer into, int limit, Action onBytes)
    {
        while (into.Length <= limit)
        {
            var count = await _body.ReadAsync(into.GetMemory());
            if (count == 0)
                return true;
            into.Advance(count);
            onBytes();
        }

        return false;
    }

    /// <summary>Null also when it is longer than any that matters here should be.</summary>
    public string? Header(ReadOnlySpan<byte> name) => _head.Headers.Find(name) is { Length: <= 100 } value ? value : null;

    public void Dispose() => _body.Dispose();

    /// <summary>Some gateways compress although nobody asked for it.</summary>
    private static Stream Decode(ResponseHead head, Stream body)
    {
        if (head.Headers.FindAll("content-encoding"u8) is not { } codings)
            return body;
        try
        {
            return ContentCodings.Read(codings)
                .Aggregate(body, static (coded, coding) => new DecodedStream(coded, ContentCodings.Create(coding)));
        }
        catch (UnknownCodingException) when (head.Status != 200)
        {
            // The status says more than the body.
            body.Dispose();
            return Stream.Null;
        }
    }
}
