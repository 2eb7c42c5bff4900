using ClaudeCodeProxy.Configuration;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>An upstream that responds as its script says, a proxy that asks it again, and a clock that a test moves.</summary>
internal static class RetryScene
{
    public static TimeSpan Minute => TimeSpan.FromMinutes(1);

    public static Task<RunningProxy> Start(TestUpstream upstream, int retries = 2, TimeProvider? clock = null) => RunningProxy.Start(
        RunningProxy.OptionsFor(upstream.BaseUrl) with { Retries = new RetryOptions(retries, TimeSpan.FromMinutes(clock is null ? 10 : 1)) },
        clock: clock);

    /// <summary>The last response is given for all that follow.</summary>
    public static Task<TestUpstream> Script(params (int Status, string Body, (string Name, string Value)? Header)[] responses)
    {
        var count = 0;
        return TestUpstream.Start(context =>
        {
            var (status, body, header) = responses[Math.Min(Interlocked.Increment(ref count), responses.Length) - 1];
            if (header is { } said)
                context.Response.Headers[said.Name] = said.Value;
            return TestUpstream.Answer(context, body, status);
        });
    }

    public static Task LogHas(RunningProxy proxy, string text) => Until(() => Task.FromResult(proxy.Log.Contains(text, StringComparison.Ordinal)));

    public static async Task Advance(ManualClock clock, Task until)
    {
        for (var at = 0; at < 500 && !until.IsCompleted; at++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(until, Task.Delay(100));
        }
    }

    public static async Task Until(Func<Task<bool>> condition)
    {
        for (var at = 0; at < 3000 && !await condition(); at++)
            await Task.Delay(10);
        Assert.True(await condition());
    }
}
