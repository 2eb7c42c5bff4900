using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Upstream;

namespace Proxy.Tests.Server;

/// <summary>What a configuration has opened is closed when the last request that it serves has ended, and not before.</summary>
public sealed class GenerationTests
{
    /// <summary>Unused connections end by themselves after a minute.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Connections_end_when_server_and_requests_have_left()
    {
        var ended = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Answering(Samples.Answer, () => ended.TrySetResult());
        var generation = Create(upstream.BaseUrl);
        Assert.True(generation.TryEnter());
        await AskAsync(generation);

        // The server has a newer one, and a request had found this one a moment before.
        Assert.True(generation.TryEnter());
        generation.Leave();
        generation.Leave();
        await AskAsync(generation);
        Assert.False(ended.Task.IsCompleted);
        generation.Leave();

        await ended.Task.WaitAsync(Limit);
        Assert.False(generation.TryEnter());
        // Else its end could be the garbage collector's work.
        GC.KeepAlive(generation);
    }

    [Fact]
    public void Who_comes_when_all_have_left_is_sent_on()
    {
        var generation = Create(new Uri("http://127.0.0.1:9/v1"));

        generation.Leave();

        Assert.False(generation.TryEnter());
        Assert.False(generation.TryEnter());
    }

    private static Generation Create(Uri upstream) =>
        new(RunningProxy.OptionsFor(upstream), Services(), new ProxyMetrics(), CancellationToken.None);

    private static ServerServices Services()
    {
        var log = new LogOutput(TextWriter.Null, TextWriter.Null, LogFormat.Text, TimeProvider.System);
        return new ServerServices(TimeProvider.System, new IdSource(new Random(1)), new RequestLog(log, Verbosity.Quiet));
    }

    private static async Task AskAsync(Generation generation)
    {
        var route = new ModelRouter(generation.Options).Find("claude-opus-4-8");
        var request = new UpstreamRequest(route, """{"model":"big","messages":[{"role":"user","content":"hi"}]}"""u8.ToArray());
        using var response = await generation.Upstreams.Find(route).SendAsync(request, CancellationToken.None);
        using var body = new PooledBuffer();
        Assert.True(await response.ReadWholeBodyAsync(body, 1 << 20, static () => { }));
    }
}
