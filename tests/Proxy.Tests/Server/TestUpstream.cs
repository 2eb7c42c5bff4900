using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Proxy.Tests.Schemas;

namespace Proxy.Tests.Server;

/// <summary>A real HTTP server on loopback that plays the provider, and fails the test for a request that the provider would refuse.</summary>
public sealed class TestUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WireException? _refusal;

    private TestUpstream(WebApplication app) => _app = app;

    /// <summary>The provider that is played, by its name in the proxy: its extra members are allowed.</summary>
    public string Provider { get; set; } = "OpenAI";

    public Uri BaseUrl => new(_app.Urls.First() + "/v1");

    public List<ReceivedRequest> Received { get; } = [];

    public static async Task<TestUpstream> Start(Func<HttpContext, Task> answer, Action<ListenOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => configure?.Invoke(listen)));
        var app = builder.Build();
        var upstream = new TestUpstream(app);
        app.Run(async context =>
        {
            var request = await ReceivedRequest.Read(context.Request);
            upstream.Received.Add(request);
            upstream.Check(request);
            await answer(context);
        });
        await app.StartAsync();
        return upstream;
    }

    public static Task<TestUpstream> Answering(string json, int status = 200) => Start(context => Answer(context, json, status));

    /// <param name="onEnd">Is called when a connection has ended.</param>
    public static Task<TestUpstream> Answering(string json, Action onEnd) => Start(
        context => Answer(context, json),
        listen => listen.Use(next => async connection =>
        {
            await next(connection);
            onEnd();
        }));

    public static Task<TestUpstream> Streaming(params string[] chunks) => Start(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var chunk in chunks)
        {
            await context.Response.WriteAsync(chunk);
            await context.Response.Body.FlushAsync();
        }
    });

    public static async Task Answer(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        if (_refusal is not null)
            throw _refusal;
    }

    private void Check(ReceivedRequest request)
    {
        try
        {
            UpstreamRequest.Check(request.Body, request.Path, Provider);
        }
        catch (WireException e)
        {
            _refusal = e;
        }
    }
}
