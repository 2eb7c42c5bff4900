using System.Diagnostics;
using System.Net;
using Proxy.Tests.Cli;

namespace Proxy.Tests.Server;

/// <summary>As many streams as a team has, and more than the limit allows.</summary>
public sealed class ManyRequestsTests
{
    private const int Streams = 1000;
    private const int MaxKilobytesPerStream = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Fifteen_hundred_streams_at_once_are_all_served()
    {
        using var upstream = new WaitingUpstream();
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));

        var clients = await Ask(proxy.Url, 1500);
        try
        {
            Assert.Equal(1500, upstream.Begun);
            upstream.Release();
            await Task.WhenAll(clients.Select(client => client.ReadUntil("message_stop")));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task One_request_too_many_is_told_to_come_back_and_health_is_still_answered()
    {
        using var upstream = new WaitingUpstream();
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { MaxRequests = 2 });
        var clients = await Ask(proxy.Url, 2);

        using var refused = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        Assert.Equal((HttpStatusCode)529, refused.StatusCode);
        using var health = await proxy.Client.GetAsync("/health");

        Assert.Equal("overloaded_error", await AnthropicError.TypeOf(refused, (HttpStatusCode)529));
        Assert.Equal("5", Assert.Single(refused.Headers.GetValues("retry-after")));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);

        upstream.Release();
        foreach (var client in clients)
        {
            await client.ReadUntil("message_stop");
            client.Dispose();
        }

        using var served = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        Assert.Equal("message_stop", (await (await SentEvents.Of(served)).RestOfNames())[^1]);
    }

    [Fact]
    public async Task A_stream_that_waits_costs_little_memory()
    {
        using var home = new TemporaryFolder();
        using var upstream = new WaitingUpstream();
        using var program = ProxyProgram.Start(home, "serve", ("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", $"{upstream.BaseUrl}"));
        var proxy = await program.Listening();
        // The first ones compile the code and fill the pools.
        var clients = await Ask(proxy, 200);
        var before = program.ResidentKilobytes;

        // The size of a request of Claude Code's.
        clients.AddRange(await Ask(proxy, Streams, new string('x', 50_000)));

        // What their bodies took comes back when it is quiet.
        int Each() => (program.ResidentKilobytes - before) / Streams;
        for (var waiting = Stopwatch.StartNew(); Each() > MaxKilobytesPerStream && waiting.Elapsed < Patience;)
            await Task.Delay(100);
        clients.ForEach(client => client.Dispose());
        Assert.InRange(Each(), 0, MaxKilobytesPerStream);
    }

    /// <summary>Clients whose streams have begun, all at the same time.</summary>
    private static async Task<List<StreamingClient>> Ask(Uri proxy, int count, string text = "Say hello.")
    {
        var request = StreamingClient.Message(Samples.StreamedRequest.Replace("Say hello.", text, StringComparison.Ordinal));
        var clients = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StreamingClient.Ask(proxy, request)));
        await Task.WhenAll(clients.Select(client => client.ReadUntil("content_block_delta")));
        return [.. clients];
    }
}
