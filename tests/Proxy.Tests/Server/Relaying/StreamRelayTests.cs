using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server.Relaying;

public sealed class StreamRelayTests
{
    private static readonly string[] WholeMessage =
        ["message_start", "ping", "content_block_start", "content_block_delta", "content_block_delta", "content_block_stop", "message_delta",
            "message_stop"];

    [Fact]
    public async Task The_first_words_reach_the_client_before_the_upstream_sends_more()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await clientHasRead.Task;
            await Send(context, Samples.SecondChunk + Samples.LastChunks);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        var first = await events.Next("content_block_delta");
        clientHasRead.SetResult();

        Assert.Equal("Hel", first.Data.GetProperty("delta").GetProperty("text").GetString());
        Assert.Equal(["content_block_delta", "content_block_stop", "message_delta", "message_stop"], await events.RestOfNames());
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_stream_that_comes_byte_by_byte_gives_the_same_events()
    {
        await using var upstream =
            await TestUpstream.Streaming([.. (Samples.FirstChunk + Samples.SecondChunk + Samples.LastChunks).Select(letter => $"{letter}")]);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(WholeMessage, await (await SentEvents.Of(answer)).RestOfNames());
    }

    [Fact]
    public async Task A_stream_of_many_megabytes_arrives_whole()
    {
        var words = Enumerable.Range(0, 30_000).Select(number => $"word{number} and a few more letters ").ToArray();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            foreach (var word in words)
                await context.Response.WriteAsync(Samples.SecondChunk.Replace("lo.", word, StringComparison.Ordinal));
            await Send(context, Samples.LastChunks);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        var text = new StringBuilder();
        while (await events.Next() is { } found)
        {
            if (found.Name == "content_block_delta")
                text.Append(found.Data.GetProperty("delta").GetProperty("text").GetString());
        }

        Assert.Equal(string.Concat(words), text.ToString());
    }

    [Fact]
    public async Task A_stream_that_is_reset_ends_in_an_error_not_in_a_message()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await clientHasRead.Task;
            context.Abort();
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("content_block_delta");
        clientHasRead.SetResult();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["error"], await events.RestOfNames());
    }

    [Fact]
    public async Task A_stream_that_is_reset_before_it_says_anything_is_an_error_by_status()
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, ": keep\n\n");
            context.Abort();
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_comes_whole_becomes_a_stream()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(WholeMessage.Distinct(), await (await SentEvents.Of(answer)).RestOfNames());
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"slow down\",\"code\":429}}\n\n", 429)]
    [InlineData("data: {\"error\":{\"message\":\"too many tokens for the context window\",\"code\":\"x\"}}\n\n", 400)]
    [InlineData("data: [DONE]\n\n", 502)]
    [InlineData(": nothing\n\n", 502)]
    public async Task A_stream_that_begins_with_its_failure_is_an_error_by_status(string events, int status)
    {
        await using var upstream = await TestUpstream.Streaming(events);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_error_after_a_ping_is_an_event()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, ": wait\n\n");
            await clientHasRead.Task;
            await Send(context, "data: {\"error\":\"no\"}\n\n");
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { PingInterval = TimeSpan.FromMilliseconds(30) });

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("ping");
        clientHasRead.SetResult();

        Assert.Equal("error", (await events.RestOfNames())[^1]);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_times_out_with_an_error_event()
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { IdleTimeout = TimeSpan.FromMilliseconds(150) });

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        var error = await events.Next("error");

        Assert.Equal("timeout_error", error.Data.GetProperty("error").GetProperty("type").GetString());
        Assert.Empty(await events.RestOfNames());
    }

    [Fact]
    public async Task Silence_is_filled_with_pings()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await clientHasRead.Task;
            await Send(context, Samples.LastChunks);
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { PingInterval = TimeSpan.FromMilliseconds(30) });

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("content_block_delta");
        await events.Next("ping");
        await events.Next("ping");
        clientHasRead.SetResult();

        Assert.Equal("message_stop", (await events.RestOfNames())[^1]);
    }

    [Fact]
    public async Task Pings_begin_before_the_upstream_says_anything()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            await clientHasRead.Task;
            await Send(context, Samples.FirstChunk + Samples.LastChunks);
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { PingInterval = TimeSpan.FromMilliseconds(30) });

        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("ping");
        clientHasRead.SetResult();

        Assert.Contains("message_stop", await events.RestOfNames());
    }
}
