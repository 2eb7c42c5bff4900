using System.Net;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>An upstream that does not stop takes neither the proxy's memory nor its connection.</summary>
public sealed class ResponseLimitTests
{
    private static readonly byte[] Letters = Enumerable.Repeat((byte)'a', 1 << 20).ToArray();

    [Theory]
    [InlineData(Samples.Request)]
    [InlineData(Samples.StreamedRequest)]
    public async Task An_endless_answer_is_an_error_and_is_left(string request)
    {
        var isLeft = new TaskCompletionSource();
        await using var upstream = await Endless("application/json", """{"choices":[{"index":0,"message":{"role":"assistant","content":" """, isLeft);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Contains("too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await isLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_endless_event_is_an_error_and_is_left()
    {
        var isLeft = new TaskCompletionSource();
        await using var upstream = await Endless("text/event-stream", """data: {"choices":[{"index":0,"delta":{"content":" """, isLeft);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Contains("too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await isLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static Task<TestUpstream> Endless(string contentType, string start, TaskCompletionSource isLeft) => TestUpstream.Start(async context =>
    {
        context.RequestAborted.Register(() => isLeft.TrySetResult());
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(start);
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(Letters);
    });
}
