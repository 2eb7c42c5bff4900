using System.Diagnostics;
using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server.Relaying;

/// <summary>Streams that end early: the client leaves, or the proxy is stopped.</summary>
public sealed class StreamEndTests
{
    [Fact]
    public async Task A_client_that_leaves_ends_the_upstreams_work()
    {
        var noticed = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.RequestAborted.Register(() => noticed.TrySetResult());
            await Send(context, Samples.FirstChunk);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        await (await SentEvents.Of(answer)).Next("content_block_delta");
        answer.Dispose();

        await noticed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_client_that_leaves_before_the_answer_began_ends_the_upstreams_work()
    {
        var asked = new TaskCompletionSource();
        var noticed = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.RequestAborted.Register(() => noticed.TrySetResult());
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var proxy = await RunningProxy.Before(upstream);
        using var leaving = new CancellationTokenSource();

        var answer = proxy.Client.PostAsync("/v1/messages", new StringContent(Samples.Request), leaving.Token);
        await asked.Task;
        await leaving.CancelAsync();

        await noticed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task A_stream_that_outlives_the_shutdown_deadline_is_told_so()
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { ShutdownTimeout = TimeSpan.FromMilliseconds(50) });
        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("content_block_delta");

        var stopping = proxy.Stop();

        var error = await events.Next("error");
        Assert.Equal("overloaded_error", error.Data.GetProperty("error").GetProperty("type").GetString());
        await stopping;
    }

    [Fact]
    public async Task A_client_that_does_not_read_delays_the_shutdown_but_little()
    {
        await using var upstream = await TestUpstream.Start(async context =>
        {
            var events = string.Concat(Enumerable.Repeat(Samples.SecondChunk, 1000));
            while (!context.RequestAborted.IsCancellationRequested)
                await Send(context, events);
        });
        await using var proxy =
            await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { ShutdownTimeout = TimeSpan.FromMilliseconds(200) });
        using var client = await StreamingClient.Ask(proxy.Url, StreamingClient.Message(Samples.StreamedRequest));
        await client.ReadUntil("content_block_delta");
        await Task.Delay(300);

        var clock = Stopwatch.StartNew();
        await proxy.Stop();

        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_time_to_stop_requests_are_told_at_once()
    {
        using var upstream = new WaitingUpstream();
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { ShutdownTimeout = TimeSpan.Zero });
        using var client = await StreamingClient.Ask(proxy.Url, StreamingClient.Message(Samples.StreamedRequest));
        await client.ReadUntil("content_block_delta");

        var clock = Stopwatch.StartNew();
        var stopping = proxy.Stop();

        await client.ReadUntil("overloaded_error");
        await stopping;
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_request_that_ends_before_the_shutdown_deadline_is_not_cut()
    {
        var stopping = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Samples.FirstChunk);
            await stopping.Task;
            await Send(context, Samples.LastChunks);
        });
        await using var proxy = await RunningProxy.Before(upstream);
        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        var events = await SentEvents.Of(answer);
        await events.Next("content_block_delta");

        var stopped = proxy.Stop();
        stopping.SetResult();

        Assert.Equal("message_stop", (await events.RestOfNames())[^1]);
        await stopped.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
