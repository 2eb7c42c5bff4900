using System.Net;
using Proxy.Tests.Schemas;

namespace Proxy.Tests.Server;

/// <summary>Stands between a test's client and the proxy, and throws for an answer that Anthropic's API would not give on that path.</summary>
internal sealed class CheckedResponses(HttpMessageHandler proxy, bool passedThrough) : DelegatingHandler(proxy)
{
    /// <param name="passedThrough">The answers are not the proxy's own words.</param>
    public static HttpClient Client(Uri? proxy = null, bool passedThrough = false)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.FromMilliseconds(1) };
        return new HttpClient(new CheckedResponses(handler, passedThrough)) { BaseAddress = proxy, Timeout = TimeSpan.FromSeconds(30) };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (!answer.Headers.Contains("request-id"))
            throw new WireException("every answer has a request-id", answer.ToString());
        if (passedThrough || request.Method == HttpMethod.Head)
            return answer;
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            answer.Content = await CheckedEvents.Around(answer.Content);
        else if (SchemaOf(request.RequestUri!.AbsolutePath, answer.StatusCode) is { } schema)
            schema.Check(UntypedMembers.TakeOut(await answer.Content.ReadAsStringAsync(cancellationToken)));
        return answer;
    }

    private static WireSchema? SchemaOf(string path, HttpStatusCode status) => (status, path) switch
    {
        (not HttpStatusCode.OK, _) => WireSchema.Error,
        (_, "/v1/messages") => WireSchema.Answer,
        (_, "/v1/messages/count_tokens") => WireSchema.TokenCount,
        (_, "/v1/models") => WireSchema.Models,
        _ => null,
    };
}
