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

    /// <summary>The connections of client and upstream, which are both in the process of this test.</summary>
    private const int OpenFiles = (2 * Streams) + 1000;

    /// <summary>Three times what was measured.</summary>
    private const int MaxPeakKilobytes = 400_000;

    /// <summary>How long connections that nobody uses may be kept, and memory with them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [SkippableFact]
    public async Task All_streams_that_are_not_cut_come_whole_and_nothing_is_left_behind()
    {
        Requirement.ProxyBinary();
        Requirement.Program("taskset", "util-linux");
        Requirement.OpenFiles(OpenFiles);
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
        using var proxy = ServerProcess.Start("taskset", ["--cpu-list", FirstCore(), Repository.ProxyBinary, "serve"], new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["PORT"] = $"{port}",
            ["OPENAI_BASE_URL"] = $"{upstream.BaseUrl}",
        });
        var url = new Uri($"http://127.0.0.1:{port}");
        await proxy.WaitForHealthAsync(new Uri(url, "/health"), TimeSpan.FromMinutes(1));
        var load = new SoakLoad(url, seed);
        var mostHandles = ProcessUse.Of(proxy.Id).Handles + 30;
        // What is needed once has then been taken.
        await load.RunAsync(50, TimeSpan.Zero);
        await BecomesAsync(proxy, upstream, new ProcessUse(int.MaxValue, mostHandles), "after the first 50 streams");
        var before = ProcessUse.Of(proxy.Id);

        var streaming = load.RunAsync(Streams, duration);
        await Task.Delay(duration);
        var (peak, running) = (ProcessUse.Of(proxy.Id), load.Running);
        await streaming;

        output.WriteLine($"{load.Streams} streams; before {before}, at the end of the load {peak} for {running}");
        var wrong = $"{load.Wrong.Count} of {load.Streams} streams were wrong, with SOAK_SEED={seed}:\n{string.Join('\n', load.Wrong.Take(20))}";
        Assert.True(load.Wrong.Count == 0, $"{wrong}\nThe proxy's last words:\n{LastWords(proxy)}");
        Assert.True(peak.Kilobytes < MaxPeakKilobytes, $"{running} streams took {peak.Kilobytes} kB, which must be below {MaxPeakKilobytes}");
        await BecomesAsync(proxy, upstream, new ProcessUse((2 * before.Kilobytes) + 10_000, mostHandles), $"after {load.Streams} streams");
        await IsIdleAsync(url);
        Stops(proxy);
    }

    /// <summary>Waits until the process takes no more than <paramref name="most"/>.</summary>
    private async Task BecomesAsync(ServerProcess proxy, SoakUpstream upstream, ProcessUse most, string when)
    {
        upstream.CloseConnections();
        var clock = Stopwatch.StartNew();
        var use = ProcessUse.Of(proxy.Id);
        for (; !IsLow() && clock.Elapsed < Patience; use = ProcessUse.Of(proxy.Id))
            await Task.Delay(500);
        output.WriteLine($"{when}: {use} after {clock.Elapsed.TotalSeconds:0} s of rest");
        Assert.True(IsLow(), $"{when} and {clock.Elapsed.TotalSeconds:0} s of rest the proxy still takes {use}; no more was expected than {most}");

        bool IsLow() => use.Kilobytes <= most.Kilobytes && use.Handles <= most.Handles;
    }

    private async Task IsIdleAsync(Uri proxy)
    {
        using var client = new HttpClient { BaseAddress = proxy };
        var metrics = await client.GetStringAsync("/metrics");
        // The request that asks is one.
        Assert.Contains("claude_code_proxy_requests_in_flight 1\n", metrics, StringComparison.Ordinal);
        var own = metrics.Split('\n').Where(static line => line.StartsWith("claude_code_proxy_", StringComparison.Ordinal));
        output.WriteLine(string.Join('\n', own));
    }

    private void Stops(ServerProcess proxy)
    {
        var stopping = Stopwatch.StartNew();
        var hasEnded = proxy.Terminate();
        output.WriteLine($"stopped in {stopping.ElapsedMilliseconds} ms");
        Assert.True(hasEnded, $"without a stream the proxy did not stop within {stopping.Elapsed.TotalSeconds:0} s:\n{LastWords(proxy)}");
        Assert.Equal(0, proxy.ExitCode);
    }

    private static string LastWords(ServerProcess proxy) => string.Join('\n', proxy.Said.Split('\n').TakeLast(20));

    /// <summary>One that this process may use.</summary>
    private static string FirstCore()
    {
        const string Name = "Cpus_allowed_list:";
        var list = File.ReadLines("/proc/self/status").First(static line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..];
        return string.Concat(list.Trim().TakeWhile(char.IsAsciiDigit));
    }

    private static int Read(string variable, int standard) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : standard;
}
