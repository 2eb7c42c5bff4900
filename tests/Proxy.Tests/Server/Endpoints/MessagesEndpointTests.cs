using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server.Endpoints;

public sealed class MessagesEndpointTests
{
    [Fact]
    public async Task A_request_is_answered_as_Anthropic_would()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages?beta=true", Samples.Request);

        var message = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Hello.", message.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("claude-opus-4-8", message.GetProperty("model").GetString());
        Assert.Equal(12, message.GetProperty("usage").GetProperty("input_tokens").GetInt32());
    }

    [Fact]
    public async Task The_upstream_gets_the_mapped_model_on_its_own_path()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        var received = Assert.Single(upstream.Received);
        Assert.Equal("/v1/chat/completions", received.Path);
        Assert.Equal("big", JsonDocument.Parse(received.Body).RootElement.GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"model":"m","max_tokens":1}""")]
    public async Task A_body_that_is_no_request_is_refused_and_goes_nowhere(string body)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", body);

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { MaxRequestBytes = 1000 });

        using var announced = await proxy.Post("/v1/messages", new string(' ', 1001));
        using var chunked = await proxy.Send(new HttpRequestMessage(HttpMethod.Post, "/v1/messages")
        {
            Content = new StringContent(new string(' ', 1001)),
            Headers = { TransferEncodingChunked = true },
        });

        Assert.Equal("request_too_large", await AnthropicError.TypeOf(announced, HttpStatusCode.RequestEntityTooLarge));
        Assert.Equal("request_too_large", await AnthropicError.TypeOf(chunked, HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task A_body_that_is_announced_over_the_limit_is_refused_before_it_comes()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Url.Host, proxy.Url.Port);
        using var reader = new StreamReader(client.GetStream());

        await client.GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/messages HTTP/1.1\r\nHost: {proxy.Url.Authority}\r\nContent-Length: 40000000\r\n\r\n"));

        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_many_megabytes_arrives_whole()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        var text = string.Concat(Enumerable.Range(0, 700_000).Select(number => $"{number} "));

        using var answer = await proxy.Post("/v1/messages", Samples.Request.Replace("Say hello.", text, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = JsonDocument.Parse(Assert.Single(upstream.Received).Body).RootElement;
        Assert.Contains(text, body.GetProperty("messages")[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upstreams_refusal_keeps_its_status_and_its_wish_when_to_retry()
    {
        await using var upstream = await TestUpstream.Start(context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return TestUpstream.Answer(context, """{"error":{"message":"slow down"}}""", 429);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal("rate_limit_error", await AnthropicError.TypeOf(answer, HttpStatusCode.TooManyRequests));
        Assert.Equal("7", Assert.Single(answer.Headers.GetValues("retry-after")));
        Assert.False(answer.Headers.Contains("x-should-retry"));
    }

    [Fact]
    public async Task An_upstream_that_is_not_there_is_a_bad_gateway()
    {
        var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        await upstream.DisposeAsync();

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Contains("connection refused", proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var upstream = await TestUpstream.Start(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
        Assert.Single(upstream.Received);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_an_error()
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentLength = 10_000;
            await context.Response.WriteAsync(Samples.Answer);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("api_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadGateway));
    }

    [Fact]
    public async Task An_upstream_that_never_answers_times_out()
    {
        await using var upstream = await TestUpstream.Start(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { IdleTimeout = TimeSpan.FromMilliseconds(150) });

        using var answer = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal("timeout_error", await AnthropicError.TypeOf(answer, HttpStatusCode.GatewayTimeout));
    }

    [Fact]
    public async Task One_connection_serves_requests_after_errors()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        for (var i = 0; i < 20; i++)
        {
            using var bad = await proxy.Post("/v1/messages", "{");
            Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(bad, HttpStatusCode.BadRequest));
            using var good = await proxy.Post("/v1/messages", Samples.Request);
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
            Assert.Contains("Hello.", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_line_of_metadata_is_logged_for_an_answer()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using (await proxy.Post("/v1/messages", Samples.Request))
        {
        }

        Assert.Matches(
            @"(?m)^\[\d\d:\d\d:\d\d\] \[REQ\] 127\.0\.0\.1:\d+ model=big in=12 out=3 tok/s=\d+\.\d translated=\d+us$",
            proxy.Log.ReplaceLineEndings("\n"));
    }
}
