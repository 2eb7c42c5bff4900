using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Acceptance.Tests.Soak;

/// <summary>
/// The proxy's binary on one core under 2,000 slow streams at once, for two minutes (<c>SOAK_SECONDS</c>), of which some lose their client and some
/// their upstream (<c>SOAK_SEED</c>).
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Streams = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task All_streams_that_are_not_cut_come_whole_and_nothing_is_left_behind()
    {
        Requirement.ProxyBinary();
        Requirement.Program("taskset", "util-linux");
        var seed = Read("SOAK_SEED", Environment.TickCount & 0xFFFFFF);
        var seconds = Read("SOAK_SECONDS", 120);
        output.WriteLine($"SOAK_SEED={seed} SOAK_SECONDS={seconds}");
        using var upstream = new SoakUpstream(seed);
        var home = Directory.CreateTempSubdirectory("soak-").FullName;
        try
        {
            await RunAsync(upstream, home, seed, TimeSpan.FromSeconds(seconds));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private async Task RunAsync(SoakUpstream upstream, string home, int seed, TimeSpan duration)
    {
        var port = FreePort.Next();
        using var proxy = ServerProcess.Start("taskset", ["--cpu-list", "0", Repository.ProxyBinary, "serve"], new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["PORT"] = $"{port}",
            ["OPENAI_BASE_URL"] = $"{upstream.BaseUrl}",
        });
        var url = new Uri($"http://127.0.0.1:{port}");
        await proxy.WaitForHealthAsync(new Uri(url, "/health"), TimeSpan.FromSeconds(10));
        using var client = new SoakClient(url);
        var numbers = 0;
        var wrong = new ConcurrentBag<string>();

        await StreamAsync(50, TimeSpan.Zero);
        var before = ProcessUse.Of(proxy.Id);
        var streaming = StreamAsync(Streams, duration);
        await Task.Delay(duration);
        var peak = ProcessUse.Of(proxy.Id);
        await streaming;

        output.WriteLine($"{numbers} streams; before {before}, at the end of the load {peak}");
        Assert.True(wrong.IsEmpty, $"seed {seed}: {wrong.Count} of {numbers} streams were wrong:\n{string.Join('\n', wrong.Take(20))}\n{proxy.Said}");
        await IsQuietAsync(proxy, client, upstream, before);
        Stops(proxy);

        async Task StreamAsync(int atOnce, TimeSpan time)
        {
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
            {
                do
                {
                    if (await client.StreamAsync(StreamPlan.Create(seed, Interlocked.Increment(ref numbers))) is { } fault)
                        wrong.Add(fault);
                }
                while (clock.Elapsed < time);
            }));
        }
    }

    /// <summary>Memory is given back when it has been quiet for a while; the upstream's connections may be kept.</summary>
    private async Task IsQuietAsync(ServerProcess proxy, SoakClient client, SoakUpstream upstream, ProcessUse before)
    {
        var after = ProcessUse.Of(proxy.Id);
        for (var clock = Stopwatch.StartNew(); !IsLike(after) && clock.Elapsed < Patience; after = ProcessUse.Of(proxy.Id))
            await Task.Delay(500);
        output.WriteLine($"after {after}, {upstream.Connections} connections to the upstream are kept");
        Assert.True(IsLike(after), $"before {before}, after {after}");
        // The request that asks is one.
        Assert.Contains("claude_code_proxy_requests_in_flight 1\n", await client.GetAsync("/metrics"), StringComparison.Ordinal);
        var asked = Stopwatch.StartNew();
        await client.GetAsync("/health");
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        bool IsLike(ProcessUse use) =>
            use.Kilobytes < (2 * before.Kilobytes) + 20_000 && use.Handles - upstream.Connections < before.Handles + 60;
    }

    private void Stops(ServerProcess proxy)
    {
        var stopping = Stopwatch.StartNew();
        proxy.Terminate();
        output.WriteLine($"stopped in {stopping.ElapsedMilliseconds} ms");
        Assert.Equal(0, proxy.ExitCode);
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    private static int Read(string variable, int standard) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : standard;
}
