using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Operation;

/// <summary>
/// An upstream that says the second half of an answer only when the client has heard the first: a buffer in between would hold both back for ever.
/// </summary>
internal sealed class HalvingUpstream : IAsyncDisposable
{
    private readonly WebApplication _server;

    private HalvingUpstream(WebApplication server) => _server = server;

    public Uri BaseUrl => new(_server.Urls.First() + "/v1");

    /// <summary>The bodies of requests.</summary>
    public List<string> Received { get; } = [];

    /// <param name="heard">Is released when the client has heard a first half.</param>
    /// <param name="address">Of this machine; null for loopback.</param>
    public static async Task<HalvingUpstream> StartAsync(SemaphoreSlim heard, TimeSpan limit, IPAddress? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address ?? IPAddress.Loopback, 0));
        var upstream = new HalvingUpstream(builder.Build());
        upstream._server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            upstream.Received.Add(await reader.ReadToEndAsync());
            context.Response.ContentType = "text/event-stream";
            await WriteAsync(context, """{"id":"c","choices":[{"index":0,"delta":{"role":"assistant","content":"we"}}]}""");
            Assert.True(await heard.WaitAsync(limit));
            await WriteAsync(context, """{"id":"c","choices":[{"index":0,"delta":{"content":"ll"}}]}""");
            await WriteAsync(context, """{"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
            await WriteAsync(context, "[DONE]");
        });
        await upstream._server.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task WriteAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
