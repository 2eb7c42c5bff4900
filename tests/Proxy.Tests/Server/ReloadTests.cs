using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Server;

/// <summary>A proxy that serves takes another configuration, and nothing under way is touched.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task A_stream_goes_on_by_what_it_began_with()
    {
        using var first = new WaitingUpstream();
        await using var second = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(first.BaseUrl));
        using var stream = await StreamingClient.Ask(proxy.Url, StreamingClient.Message(Samples.StreamedRequest));
        await stream.ReadUntil("content_block_delta");

        proxy.Reload(RunningProxy.OptionsFor(second.BaseUrl));
        using var answer = await proxy.Post("/v1/messages", Samples.Request);
        first.Release();

        await stream.ReadUntil("message_stop");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(second.Received);
    }

    [Fact]
    public async Task Another_client_key_counts_for_the_next_request()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        await using var proxy = await RunningProxy.Start(options with { ClientKey = new Secret("before") });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await AskAsync(proxy, "before"), await AskAsync(proxy, "after")));

        proxy.Reload(options with { ClientKey = new Secret("after") });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await AskAsync(proxy, "before"), await AskAsync(proxy, "after")));
    }

    [Fact]
    public async Task Another_model_and_key_of_the_upstream_go_with_the_next_request()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        await using var proxy = await RunningProxy.Start(options);
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        proxy.Reload(options with
        {
            Models = new ModelOptions("other", "other", "other"),
            Upstream = options.Upstream with { Keys = [new Secret("another")] },
        });
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        var (before, after) = (upstream.Received[0], upstream.Received[1]);
        Assert.DoesNotContain("\"other\"", before.Body, StringComparison.Ordinal);
        Assert.Contains("\"other\"", after.Body, StringComparison.Ordinal);
        Assert.Equal("Bearer another", after.Headers["Authorization"]);
    }

    [Fact]
    public async Task Places_that_are_taken_count_against_another_limit_too()
    {
        using var upstream = new WaitingUpstream();
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        await using var proxy = await RunningProxy.Start(options);
        using var stream = await StreamingClient.Ask(proxy.Url, StreamingClient.Message(Samples.StreamedRequest));
        await stream.ReadUntil("content_block_delta");

        proxy.Reload(options with { MaxRequests = 1 });
        using var refused = await proxy.Post("/v1/messages", Samples.Request);
        proxy.Reload(options with { MaxRequests = 2 });
        upstream.Release();
        using var served = await proxy.Post("/v1/messages", Samples.StreamedRequest);

        Assert.Equal((529, HttpStatusCode.OK), ((int)refused.StatusCode, served.StatusCode));
    }

    [Fact]
    public async Task What_was_counted_stays_counted()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        proxy.Reload(RunningProxy.OptionsFor(upstream.BaseUrl));
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        var metrics = await proxy.Client.GetStringAsync("/metrics");
        Assert.Contains("claude_code_proxy_requests_total{path=\"/v1/messages\",status=\"2xx\"} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("claude_code_proxy_requests_in_flight 1\n", metrics, StringComparison.Ordinal);
    }

    /// <summary>Within less than the minute after which unused connections end by themselves.</summary>
    [Fact]
    public async Task Connections_of_before_end_with_the_last_request_that_needs_them()
    {
        var ended = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Answering(Samples.Answer, () => ended.TrySetResult());
        await using var proxy = await RunningProxy.Before(upstream);
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        Assert.False(ended.Task.IsCompleted);
        var before = proxy.Newest;

        proxy.Reload(RunningProxy.OptionsFor(upstream.BaseUrl));

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // Else its end could be the garbage collector's work.
        GC.KeepAlive(before);
    }

    [Fact]
    public async Task Requests_are_served_while_configurations_change()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        var asking = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 25; i++)
            {
                using var answer = await proxy.Post("/v1/messages", Samples.Request);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }));

        while (!asking.IsCompleted)
        {
            proxy.Reload(RunningProxy.OptionsFor(upstream.BaseUrl));
            await Task.Delay(5);
        }

        await asking;
    }

    private static async Task<HttpStatusCode> AskAsync(RunningProxy proxy, string key)
    {
        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("x-api-key", key));
        return answer.StatusCode;
    }
}
