using System.Net;
using System.Net.Http.Headers;

namespace ClaudeCodeProxy.Upstream;

/// <summary>A JSON body that is sent from the memory it was written into.</summary>
internal sealed class RequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private ReadOnlyMemory<byte> _body;

    public RequestContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = Json;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    /// <summary>The response refers to its request for as long as it lives, but not to the body.</summary>
    protected override void Dispose(bool disposing)
    {
        _body = default;
        base.Dispose(disposing);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_body, cancellationToken).AsTask();
}
