using static Proxy.Tests.Server.UpstreamEvents;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>Streams that come through.</summary>
public sealed partial class PassthroughTests
{
    [Fact]
    public async Task A_stream_is_live_and_its_silence_filled_with_pings()
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.Headers["request-id"] = "req_upstream";
            await Send(context, Start + "event: content_block_de");
            await clientHasRead.Task;
            await Send(context, "lta\ndata: {}\n\n" + End);
        });
        await using var proxy =
            await RunningProxy.PassingThroughTo(upstream, options => options with { PingInterval = TimeSpan.FromMilliseconds(30) });

        using var answer = await proxy.Post("/v1/messages", Odd);
        var events = await SentEvents.Of(answer);
        await events.Next("message_start");
        await events.Next("ping");
        await events.Next("ping");
        clientHasRead.SetResult();

        Assert.Equal(["content_block_delta", "message_stop"], (await events.RestOfNames()).Where(name => name != "ping"));
        Assert.Equal(["req_upstream"], answer.Headers.GetValues("request-id"));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_cut_ends_in_an_error(bool reset)
    {
        var clientHasRead = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            await Send(context, Start + "event: content_block_delta\ndata: {\"typ");
            await clientHasRead.Task;
            if (reset)
                context.Abort();
        });
        await using var proxy = await RunningProxy.PassingThroughTo(upstream);

        using var answer = await proxy.Post("/v1/messages", Odd);
        var events = await SentEvents.Of(answer);
        await events.Next("message_start");
        clientHasRead.SetResult();

        Assert.Equal(["error"], await events.RestOfNames());
    }
}
