using System.Net;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>What a client learns with an upstream's error beside status and text.</summary>
public sealed class UpstreamErrorTests
{
    [Theory]
    [InlineData("retry-after", "7", "7")]
    [InlineData("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("retry-after", "soon at db7.internal", null)]
    [InlineData("retry-after-ms", "1500", "1500")]
    [InlineData("retry-after-ms", "later", null)]
    [InlineData("x-should-retry", "true", "true")]
    [InlineData("x-should-retry", "maybe", null)]
    [InlineData("x-ratelimit-reset", "1s", null)]
    public async Task The_upstreams_wish_when_to_try_again_is_handed_on_where_it_is_one(string header, string sent, string? received)
    {
        await using var upstream = await Failing(429, """{"error":{"message":"slow down"}}""", (header, sent));
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("rate_limit_error", await AnthropicError.TypeOf(answer, HttpStatusCode.TooManyRequests));
        Assert.Equal(received, answer.Headers.TryGetValues(header, out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task An_account_without_credit_is_not_tried_again()
    {
        await using var upstream =
            await Failing(429,
                """{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","code":"insufficient_quota"}}""", ("x-should-retry", "true"));
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("rate_limit_error", await AnthropicError.TypeOf(answer, HttpStatusCode.TooManyRequests));
        Assert.Equal("false", answer.Headers.GetValues("x-should-retry").Single());
    }

    [Theory]
    [InlineData("x-request-id")]
    [InlineData("request-id")]
    [InlineData("apim-request-id")]
    public async Task The_upstreams_id_of_the_request_is_told_and_logged(string header)
    {
        await using var upstream = await Failing(500, """{"error":{"message":"x"}}""", (header, "req-of-the-upstream"));
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.InternalServerError));
        Assert.Equal("req-of-the-upstream", answer.Headers.GetValues("x-upstream-request-id").Single());
        Assert.Contains("upstream status=500 id=req-of-the-upstream", proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_endless_error_no_more_is_read_than_anybody_needs()
    {
        var isLeft = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.StatusCode = 400;
            context.RequestAborted.Register(() => isLeft.TrySetResult());
            await context.Response.WriteAsync("""{"error":{"message":"because","detail":" """);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[8192]);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
        Assert.Contains("because", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await isLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static Task<TestUpstream> Failing(int status, string body, (string Name, string Value) header) => TestUpstream.Start(context =>
    {
        context.Response.Headers[header.Name] = header.Value;
        return TestUpstream.Answer(context, body, status);
    });
}
