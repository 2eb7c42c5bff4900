using System.Text.Json;

namespace Bench;

/// <summary>All results of a run, as <c>artifacts/bench/proxy.json</c> and as a table of ratios.</summary>
internal sealed record BenchResults(IReadOnlyList<ScenarioResult> Scenarios, ProxyProcess Proxy)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(new { scenarios = Scenarios, process = new { proxy = Proxy } }, Layout) + "\n");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine(
            $"{"scenario",-12} {"conn",4} | {"proxy/s",9} {"nginx/s",9} {"direct/s",9} | {"cpu ms",7} {"nginx",7} {"cpu ratio",9} | {"p50 ms",7} "
            + $"{"p99 ms",7} {"p50 ratio",9}");
        foreach (var scenario in Scenarios)
        {
            var (proxy, nginx, direct) = (scenario.Results["proxy"], scenario.Results["nginx"], scenario.Results["direct"]);
            output.WriteLine(
                $"{scenario.Name,-12} {scenario.Connections,4} | {proxy.PerSecond,9:0} {nginx.PerSecond,9:0} {direct.PerSecond,9:0} | "
                + $"{proxy.CpuMs,7:0.000} {nginx.CpuMs,7:0.000} {proxy.CpuMs / nginx.CpuMs,9:0.00} | {proxy.P50Ms,7:0.00} {proxy.P99Ms,7:0.00} "
                + $"{proxy.P50Ms / nginx.P50Ms,9:0.00}");
        }

        output.WriteLine(
            $"cold start {Proxy.ColdStartMs:0} ms, memory {Proxy.RssIdleMb:0.0} MB idle, {Proxy.RssPeakMb:0.0} MB peak, binary "
            + $"{Proxy.BinaryBytes / 1048576.0:0.0} MiB");
    }
}

/// <summary>One scenario at one number of connections; results by server: <c>proxy</c>, <c>nginx</c>, <c>direct</c>.</summary>
internal sealed record ScenarioResult(string Name, int Connections, IReadOnlyDictionary<string, Sample> Results);

/// <summary>What the proxy's process costs.</summary>
internal sealed record ProxyProcess(double ColdStartMs, double RssIdleMb, double RssPeakMb, long BinaryBytes);
