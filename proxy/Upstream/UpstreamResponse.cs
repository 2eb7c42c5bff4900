using System.Net;
using ClaudeCodeProxy.Compression;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Upstream;

/// <summary>An upstream's response whose status and headers are known and whose body is still to be read.</summary>
internal sealed class UpstreamResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly Stream _body;

    private UpstreamResponse(HttpResponseMessage message, Stream body) => (_message, _body) = (message, body);

    public int Status => (int)_message.StatusCode;

    public bool IsSuccess => Status == 200;

    /// <summary>It comes whole, even where a stream was asked for.</summary>
    public bool IsJson => _message.Content.Headers.ContentType?.MediaType is "application/json";

    /// <summary>Throws <see cref="UnknownCodingException"/>.</summary>
    public static async Task<UpstreamResponse> ReadAsync(HttpResponseMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return new UpstreamResponse(message, Decode(message, await message.Content.ReadAsStreamAsync(cancellationToken)));
        }
        catch (UnknownCodingException)
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>Waits until there is something to read, or nothing more to come, without a buffer to read it into.</summary>
    public ValueTask<int> WaitForBodyAsync(CancellationToken cancellationToken) => _body.ReadAsync(Memory<byte>.Empty, cancellationToken);

    public ValueTask<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _body.ReadAsync(buffer, cancellationToken);

    /// <summary>Reads the rest of the body, up to a limit. False when there is more, which is left unread.</summary>
    public async ValueTask<bool> ReadWholeBodyAsync(PooledBuffer into, int limit, Action onBytes, CancellationToken cancellationToken)
    {
        while (into.Length <= limit)
        {
            var count = await _body.ReadAsync(into.GetMemory(), cancellationToken);
            if (count == 0)
                return true;
            into.Advance(count);
            onBytes();
        }

        return false;
    }

    /// <summary>What its operator finds this exchange by.</summary>
    public string? RequestId => Header("x-request-id") ?? Header("request-id") ?? Header("apim-request-id");

    /// <summary>As the upstream says it.</summary>
    public string ContentType =>
        _message.Content.Headers.NonValidated.TryGetValues("content-type", out var values) ? values.ToString() : "application/json";

    public bool IsEventStream => ContentType.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, string>> Headers =>
        _message.Headers.NonValidated.Concat(_message.Content.Headers.NonValidated)
            .Select(static header => new KeyValuePair<string, string>(header.Key, header.Value.ToString()));

    /// <summary>Null also when it is longer than any that matters here should be.</summary>
    public string? Header(string name) =>
        _message.Headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: <= 100 } value ? value : null;

    public void Dispose()
    {
        _body.Dispose();
        _message.Dispose();
    }

    /// <summary>Some gateways compress although nobody asked for it.</summary>
    private static Stream Decode(HttpResponseMessage message, Stream body)
    {
        if (!message.Content.Headers.NonValidated.TryGetValues("content-encoding", out var header))
            return body;
        try
        {
            return ContentCodings.Read(header.ToString())
                .Aggregate(body, static (coded, coding) => new DecodedStream(coded, ContentCodings.Create(coding)));
        }
        catch (UnknownCodingException) when (message.StatusCode != HttpStatusCode.OK)
        {
            // The status says more than the body.
            return Stream.Null;
        }
    }
}
