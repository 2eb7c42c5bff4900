using System.Net;
using Proxy.Tests.Server;
using Proxy.Tests.Server.UpstreamFaults;

namespace Proxy.Tests.Upstream.Http;

/// <summary>Which connections carry another request.</summary>
public sealed class KeptConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task One_that_the_upstream_ends_while_it_rests_is_not_used_again()
    {
        var isLeft = new TaskCompletionSource();
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.Says(scene.Answer);
            scene.Close();
            isLeft.TrySetResult();
        }, isStream: false);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));

        for (var round = 0; round < 3; round++)
        {
            using var answer = await proxy.Post("/v1/messages", Samples.Request).WaitAsync(Patience);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await isLeft.Task;
        }

        Assert.Equal(3, upstream.Connections);
    }

    [Fact]
    public async Task One_on_which_something_comes_while_it_rests_is_not_used_again()
    {
        var isSaid = new TaskCompletionSource();
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.Says(scene.Answer);
            await Task.Delay(100);
            await scene.SaysMore(scene.Answer.Replace("Hello.", "Smuggled.", StringComparison.Ordinal));
            isSaid.TrySetResult();
        }, isStream: false);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        await isSaid.Task;

        using var answer = await proxy.Post("/v1/messages", Samples.Request).WaitAsync(Patience);

        Assert.DoesNotContain("Smuggled", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, upstream.Connections);
    }

    [Fact]
    public async Task One_whose_stream_says_its_end_a_moment_later_is_used_again()
    {
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.Says(scene.Chunked + Scene.Chunk(scene.Body));
            await Task.Delay(50);
            await scene.SaysMore("0\r\n\r\n");
        }, isStream: true);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));

        for (var round = 0; round < 5; round++)
        {
            var seen = await Seen.Ask(proxy, Samples.StreamedRequest, () => { }).WaitAsync(Patience);
            Outcome.Whole.Check(seen);
            // Long enough for the end to come, or for the connection to be given up.
            await Task.Delay(400);
        }

        // On a slow machine one may have been given up.
        Assert.InRange(upstream.Connections, 1, 4);
    }

    [Fact]
    public async Task Requests_at_the_same_time_have_one_each()
    {
        const int atOnce = 5;
        var (asked, all) = (0, new TaskCompletionSource());
        using var upstream = new FaultyUpstream(async scene =>
        {
            await scene.Read();
            if (Interlocked.Increment(ref asked) == atOnce)
                all.SetResult();
            await all.Task;
            await scene.SaysMore(scene.Answer);
        }, isStream: false);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));

        for (var round = 0; round < 2; round++)
        {
            var asking = Enumerable.Range(0, atOnce).Select(_ => proxy.Post("/v1/messages", Samples.Request));
            var answers = await Task.WhenAll(asking).WaitAsync(Patience);
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        }

        Assert.Equal(atOnce, upstream.Connections);
    }
}
