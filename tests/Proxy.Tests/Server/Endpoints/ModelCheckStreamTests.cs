using ClaudeCodeProxy.Configuration;
using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>A stream whose calls a model judges: only its end waits, and not longer than it must.</summary>
public sealed class ModelCheckStreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The time for an answer would end the question as well.</summary>
    private static readonly SafeguardOptions Patient = new(SafeguardMode.On, null, TimeSpan.FromMinutes(10));

    private static readonly string Clear = CheckedProxy.Answer(CheckedProxy.Verdict("not_flagged"));

    [Fact]
    public async Task The_model_is_asked_as_soon_as_a_call_is_complete()
    {
        var judged = new TaskCompletionSource();
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                await TestUpstream.Answer(context, Clear);
                judged.SetResult();
            },
            async context =>
            {
                await Send(context, CheckedProxy.Streamed(1) + CheckedProxy.Words("And "));
                await judged.Task.WaitAsync(Limit);
                await Send(context, CheckedProxy.Words("so on.") + Samples.LastChunks);
            });

        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.StreamedRequest);
        var end = await (await SentEvents.Of(reply)).Next("message_delta");

        Assert.Equal("not_flagged", CheckedProxy.Outcome(end.Data.GetProperty("delta").GetProperty("safeguard_results")));
    }

    [Fact]
    public async Task The_end_waits_for_the_model_and_pings_go_on()
    {
        var clock = new ManualClock();
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                asked.SetResult();
                await release.Task.WaitAsync(Limit);
                await TestUpstream.Answer(context, Clear);
            },
            context => Send(context, CheckedProxy.Streamed(1) + Samples.LastChunks),
            clock: clock);

        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.StreamedRequest);
        var events = await SentEvents.Of(reply);
        await events.Next("content_block_stop");
        await asked.Task.WaitAsync(Limit);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("ping", (await events.Next())!.Value.Name);
        release.SetResult();

        Assert.Equal(["message_delta", "message_stop"], await events.RestOfNames());
    }

    [Fact]
    public async Task Calls_that_come_later_are_judged_with_the_earlier_in_view()
    {
        var first = new TaskCompletionSource();
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                await TestUpstream.Answer(context, Clear);
                first.TrySetResult();
            },
            async context =>
            {
                await Send(context, CheckedProxy.Streamed(1) + CheckedProxy.Words("Then "));
                await first.Task.WaitAsync(Limit);
                await Send(context, CheckedProxy.Streamed(2) + Samples.LastChunks);
            });

        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.StreamedRequest);
        var end = await (await SentEvents.Of(reply)).Next("message_delta");
        var results = end.Data.GetProperty("delta").GetProperty("safeguard_results");

        Assert.Equal(("not_flagged", "not_flagged"), (CheckedProxy.Outcome(results), CheckedProxy.Outcome(results, "toolu_call_2")));
        Assert.Equal(2, scene.Questions.Count());
        Assert.Contains(
            """\"other_calls_of_this_reply\":[{\"tool\":\"Mystery\",\"input\":{\"what\":\"1\"}}]""", scene.Questions.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_question_too()
    {
        var (asked, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                context.RequestAborted.Register(left.SetResult);
                asked.SetResult();
                await left.Task.WaitAsync(Limit);
            },
            context => Send(context, CheckedProxy.Streamed(1) + Samples.LastChunks),
            Patient);

        var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.StreamedRequest);
        await asked.Task.WaitAsync(Limit);
        reply.Dispose();

        await left.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_the_question_too()
    {
        var (asked, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var scene = await CheckedProxy.Start(
            async context =>
            {
                context.RequestAborted.Register(left.SetResult);
                asked.SetResult();
                await left.Task.WaitAsync(Limit);
            },
            async context =>
            {
                await Send(context, CheckedProxy.Streamed(1) + CheckedProxy.Words("And "));
                await asked.Task.WaitAsync(Limit);
                context.Abort();
            },
            Patient);

        using var reply = await scene.Proxy.Post("/v1/messages", CheckedProxy.StreamedRequest);
        var names = await (await SentEvents.Of(reply)).RestOfNames();

        Assert.Equal("error", names[^1]);
        await left.Task.WaitAsync(Limit);
    }
}
