using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>One request and its response, over Kestrel's own features. One object serves a connection's requests in turn.</summary>
internal sealed class Exchange
{
    private IFeatureCollection _features = null!;
    private IHttpRequestFeature _request = null!;
    private IHttpResponseFeature _response = null!;
    private PipeWriter? _output;

    public string RequestId { get; private set; } = "";

    public string Method => _request.Method;

    public string Path => _request.Path;

    /// <summary>With its question mark, or empty.</summary>
    public string Query => _request.QueryString;

    public IHeaderDictionary Headers => _request.Headers;

    public PipeReader Body => _features.Get<IRequestBodyPipeFeature>()!.Reader;

    public CancellationToken ClientGone => _features.Get<IHttpRequestLifetimeFeature>()!.RequestAborted;

    public IHeaderDictionary ResponseHeaders => _response.Headers;

    public bool HasResponded => _response.HasStarted;

    public int Status => _response.StatusCode;

    /// <summary>Where it is counted; null for what is no endpoint.</summary>
    public RequestMetrics? Counted { get; set; }

    /// <summary>What the log will say of it; null where it says nothing.</summary>
    public RequestRecord? Record { get; private set; }

    public void Begin(IFeatureCollection features, string requestId, RequestRecord? record)
    {
        Record = record;
        _features = features;
        _request = features.Get<IHttpRequestFeature>()!;
        _response = features.Get<IHttpResponseFeature>()!;
        _output = null;
        RequestId = requestId;
        Counted = null;
        _response.Headers["request-id"] = requestId;
    }

    /// <summary>Forgets all that was set of a response of which nothing was sent.</summary>
    public void Restart()
    {
        _response.StatusCode = StatusCodes.Status200OK;
        _response.Headers.Clear();
        _response.Headers["request-id"] = RequestId;
        Record?.Restart();
    }

    /// <summary>Sets status and headers of a response whose length is known and sends it whole.</summary>
    public ValueTask<FlushResult> RespondAsync(int status, ReadOnlyMemory<byte> body, string contentType = "application/json")
    {
        _response.StatusCode = status;
        _response.Headers.ContentType = contentType;
        _response.Headers.ContentLength = body.Length;
        return Output.WriteAsync(body, CancellationToken.None);
    }

    public async ValueTask RespondAsync(ApiError error)
    {
        using var body = new PooledBuffer(512);
        ErrorEnvelope.Write(error, RequestId, body);
        if (error.IsLasting)
            _response.Headers["x-should-retry"] = "false";
        if (error.RetryAfter is { } wait)
            _response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await RespondAsync(error.Status, body.WrittenMemory);
    }

    /// <summary>Makes the response a stream of events. Nothing is committed before the first of them.</summary>
    public void BeginEventStream(string contentType = "text/event-stream; charset=utf-8")
    {
        _response.StatusCode = StatusCodes.Status200OK;
        _response.Headers.ContentType = contentType;
        _response.Headers.CacheControl = "no-cache";
        // nginx and its like would gather events otherwise.
        _response.Headers["x-accel-buffering"] = "no";
    }

    /// <summary>Sends events at once.</summary>
    public ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> events) => Output.WriteAsync(events, CancellationToken.None);

    /// <summary>
    /// Leaves the last events to the server, which sends them with the end of the response. To a client of HTTP/1.0 the end is the connection's, and
    /// nothing would be sent with it.
    /// </summary>
    public ValueTask<FlushResult> SendLastAsync(ReadOnlyMemory<byte> events)
    {
        if (_request.Protocol == HttpProtocol.Http10)
            return SendAsync(events);
        Output.Write(events.Span);
        return default;
    }

    public void Abort() => _features.Get<IHttpRequestLifetimeFeature>()!.Abort();

    private PipeWriter Output => _output ??= _features.Get<IHttpResponseBodyFeature>()!.Writer;
}
