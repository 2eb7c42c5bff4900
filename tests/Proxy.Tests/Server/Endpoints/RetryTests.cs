using System.Globalization;
using System.Net;
using ClaudeCodeProxy.Configuration;
using Microsoft.AspNetCore.Http;
using static Proxy.Tests.Server.Endpoints.RetryScene;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>
/// What a client sees of an upstream that fails before anything was sent to the client. The clock stands still until a test moves it.
/// </summary>
public sealed class RetryTests
{
    private const string Busy = """{"error":{"message":"slow down"}}""";
    private const string Spent = """{"error":{"message":"You exceeded your current quota, please check your plan.","code":"insufficient_quota"}}""";
    private const string TooLong = """{"error":{"message":"This model's maximum context length is 8 tokens.","code":"context_length_exceeded"}}""";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(522)]
    [InlineData(529)]
    public async Task An_error_that_may_pass_is_not_seen(int status)
    {
        await using var upstream = await Script((status, Busy, null), (status, Busy, null), (200, Samples.Answer, null));
        await using var proxy = await Start(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("big", answer.Headers.GetValues("x-proxy-model").Single());
        Assert.False(answer.Headers.Contains("retry-after"));
        Assert.Equal(3, upstream.Received.Count);
        Assert.Contains($"status={status} wait=", proxy.Log, StringComparison.Ordinal);
        Assert.Single(upstream.Received.Select(request => request.Body).Distinct());
    }

    [Theory]
    [InlineData(400, Busy)]
    [InlineData(401, Busy)]
    [InlineData(402, Busy)]
    [InlineData(403, Busy)]
    [InlineData(404, Busy)]
    [InlineData(409, Busy)]
    [InlineData(413, Busy)]
    [InlineData(422, Busy)]
    [InlineData(501, Busy)]
    [InlineData(307, Busy)]
    [InlineData(429, Spent)]
    [InlineData(502, Spent)]
    [InlineData(500, TooLong)]
    public async Task An_error_that_stays_is_told_at_once(int status, string body)
    {
        await using var upstream = await Script((status, body, null));
        await using var proxy = await Start(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Single(upstream.Received);
    }

    [Theory]
    [InlineData("retry-after", "3", 3)]
    [InlineData("retry-after", "2.5", 2.5)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("retry-after", "Thu, 01 Jan 1970 00:00:04 GMT", 4)]
    public async Task The_upstreams_wish_is_waited_for(string header, string value, double seconds)
    {
        var clock = new ManualClock();
        await using var upstream = await Script((429, Busy, (header, value)), (200, Samples.Answer, null));
        await using var proxy = await Start(upstream, clock: clock);

        var asking = proxy.Post("/v1/messages", Samples.Request);
        await LogHas(proxy, string.Create(CultureInfo.InvariantCulture, $"wait={seconds:0.000}"));
        clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(asking.IsCompleted);
        Assert.Single(upstream.Received);
        await Advance(clock, asking);

        using var answer = await asking;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_wish_beyond_the_time_is_the_clients()
    {
        await using var upstream = await Script((429, Busy, ("retry-after", "61")));
        await using var proxy = await Start(upstream, clock: new ManualClock());

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("rate_limit_error", await AnthropicError.TypeOf(answer, HttpStatusCode.TooManyRequests));
        Assert.Equal("61", answer.Headers.GetValues("retry-after").Single());
        Assert.Single(upstream.Received);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task After_so_many_times_the_client_is_told(int retries, int requests)
    {
        await using var upstream = await Script((503, Busy, null));
        await using var proxy = await Start(upstream, retries);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("overloaded_error", await AnthropicError.TypeOf(answer, (HttpStatusCode)529));
        Assert.Equal(requests, upstream.Received.Count);
    }

    [Fact]
    public async Task An_outage_is_not_made_worse()
    {
        await using var upstream = await Script((429, Busy, ("retry-after-ms", "1")));
        await using var proxy = await Start(upstream);

        for (var at = 0; at < 100; at++)
            (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        Assert.InRange(upstream.Received.Count, 120, 131);
        var metrics = await proxy.Client.GetStringAsync("/metrics");
        Assert.Contains($"upstream_retries_total{{server_address=\"{upstream.BaseUrl.Authority}\"}} {upstream.Received.Count - 100}", metrics,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"slow down\",\"code\":429}}\n\n", true)]
    [InlineData("data: {\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\"}}\n\n", true)]
    [InlineData(": nothing\n\n", true)]
    [InlineData("data: {\"error\":{\"message\":\"bad\",\"type\":\"invalid_request_error\"}}\n\n", false)]
    public async Task A_stream_that_begins_with_its_failure_is_asked_for_again(string events, bool again)
    {
        var count = 0;
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(count++ == 0 ? events : Samples.FirstChunk + Samples.LastChunks);
        });
        await using var proxy = await Start(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(again, answer.IsSuccessStatusCode);
        Assert.Equal(again ? 2 : 1, upstream.Received.Count);
        Assert.Equal(again, (await answer.Content.ReadAsStringAsync()).Contains("message_stop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_asked_for_again_once_the_client_has_something()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Samples.FirstChunk);
            await context.Response.Body.FlushAsync();
            await clientHasRead.Task;
            context.Abort();
        });
        await using var proxy = await Start(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        clientHasRead.SetResult();

        Assert.Contains("event: error", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(upstream.Received);
    }

    [Fact]
    public async Task A_connection_that_ends_without_a_response_is_tried_again()
    {
        var count = 0;
        await using var upstream = await TestUpstream.Start(context =>
        {
            if (count++ > 0)
                return TestUpstream.Answer(context, Samples.Answer);
            context.Abort();
            return Task.CompletedTask;
        });
        await using var proxy = await Start(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(529, 2)]
    [InlineData(400, 1)]
    public async Task What_is_passed_through_is_asked_for_again_too(int status, int requests)
    {
        await using var upstream = await Script((status, Busy, null), (status, Busy, null));
        await using var proxy = await RunningProxy.PassingThroughTo(upstream, options => options with { Retries = new RetryOptions(1, Minute) });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);
        using var counted = await proxy.Post("/v1/messages/count_tokens", Samples.Request);

        Assert.Equal((status, status), ((int)answer.StatusCode, (int)counted.StatusCode));
        Assert.Equal(Busy, await answer.Content.ReadAsStringAsync());
        Assert.Equal(2 * requests, upstream.Received.Count);
    }

    [Fact]
    public async Task A_client_that_leaves_is_not_waited_for()
    {
        await using var upstream = await Script((429, Busy, ("retry-after", "9")), (200, Samples.Answer, null));
        var clock = new ManualClock();
        await using var proxy = await Start(upstream, clock: clock);
        using var left = new CancellationTokenSource();
        using var content = new StringContent(Samples.Request);

        var asking = proxy.Client.PostAsync("/v1/messages", content, left.Token);
        await LogHas(proxy, "wait=9");
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Until(async () => (await proxy.Client.GetStringAsync("/metrics")).Contains("requests_in_flight 1\n", StringComparison.Ordinal));
        clock.Advance(Minute);

        Assert.Single(upstream.Received);
    }

    [Fact]
    public async Task The_end_of_the_proxy_ends_the_waiting()
    {
        await using var upstream = await Script((429, Busy, ("retry-after", "9")));
        await using var proxy = await RunningProxy.Start(
            RunningProxy.OptionsFor(upstream.BaseUrl) with { Retries = RetryOptions.Default, ShutdownTimeout = TimeSpan.Zero },
            clock: new ManualClock());

        var asking = proxy.Post("/v1/messages", Samples.Request);
        await LogHas(proxy, "wait=9");
        var stopping = proxy.Stop();

        using var answer = await asking;
        Assert.Equal("overloaded_error", await AnthropicError.TypeOf(answer, (HttpStatusCode)529));
        await stopping;
    }
}
