using System.Diagnostics;
using Bench.Load;
using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>
/// The same work for every server, round by round in turn, so that disturbances affect all of them equally. Ratios are taken within a round.
/// </summary>
/// <param name="connections">0: by the clock, <see cref="PerSecond"/>.</param>
/// <param name="exchanges">Of one server in one round.</param>
internal sealed class Exchanges(string name, ClientRequest request, int connections, int exchanges, int rounds = 5) : IScenario
{
    private const int PerSecond = 200;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => name;

    public async Task RunAsync(Rig rig, BenchResults results)
    {
        await rig.SetAnswerAsync(request);
        string[] servers = [Rig.Direct, .. rig.Contenders.Select(contender => contender.Name)];
        var readings = servers.ToDictionary(server => server, _ => new List<Dictionary<string, double>>());
        // The first round warms up and is not kept.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var server in servers.Where(readings.ContainsKey).ToArray())
            {
                try
                {
                    var reading = await MeasureAsync(rig, server, round == 0 ? Math.Max(exchanges / 8, 1) : exchanges).WaitAsync(Limit);
                    if (round > 0)
                        readings[server].Add(reading);
                }
                catch (Exception failed) when (failed is InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
                {
                    results.Failures.Add($"{name}, {server}: {failed.Message}");
                    readings.Remove(server);
                }
            }
        }

        foreach (var (server, rows) in readings)
        {
            foreach (var measure in rows[0].Keys)
                results.Add(name, server, measure, Statistics.Median(rows.Select(row => row[measure])));
            if (server != Rig.Direct)
                AddRatios(results, server, readings);
        }
    }

    private async Task<Dictionary<string, double>> MeasureAsync(Rig rig, string server, int count)
    {
        var process = rig.Running(server);
        var (cpu, load, clock) = (process.Cpu, rig.LoadCpu, Stopwatch.StartNew());
        var times = connections == 0
            ? await OpenLoop.RunAsync(process.Port, request, PerSecond, count)
            : await ClosedLoop.RunAsync(process.Port, request, connections, count);
        var elapsed = clock.Elapsed;
        var perExchange = (process.Cpu - cpu).TotalMilliseconds / times.Count;
        var total = times.Select(exchange => exchange.Total).ToList();
        var measured = new Dictionary<string, double>
        {
            [Measures.Cpu] = perExchange,
            [Measures.CpuPerMb] = perExchange / (request.Body.Length / 1e6),
            [Measures.PerSecond] = times.Count / elapsed.TotalSeconds,
            [Measures.P50] = Statistics.Percentile(total, 50),
            [Measures.P99] = Statistics.Percentile(total, 99),
            [Measures.LoadBusy] = (rig.LoadCpu - load) / elapsed,
        };
        if (request.Chunks > 0)
        {
            measured[Measures.FirstP50] = Statistics.Percentile(times.Select(exchange => exchange.First), 50);
            measured[Measures.FirstP99] = Statistics.Percentile(times.Select(exchange => exchange.First), 99);
        }

        if (request.Pace > TimeSpan.Zero)
            measured[Measures.GapP99] = Statistics.Percentile(times.SelectMany(exchange => exchange.Gaps), 99);
        return measured;
    }

    private void AddRatios(BenchResults results, string server, Dictionary<string, List<Dictionary<string, double>>> readings)
    {
        double Middle(string other, string measure, Func<double, double, double> relate) =>
            readings.TryGetValue(other, out var theirs)
                ? Statistics.Median(readings[server].Zip(theirs, (row, their) => relate(row[measure], their[measure])))
                : double.NaN;
        double Ratio(double ours, double theirs) => ours / theirs;
        double AddedMicroseconds(double ours, double theirs) => (ours - theirs) * 1000;

        if (server != Rig.NginxName)
            results.Add(name, server, Measures.CpuToNginx, Middle(Rig.NginxName, Measures.Cpu, Ratio));
        if (server is not (Rig.NginxName or Rig.Proxy))
            results.Add(name, server, Measures.CpuToProxy, Middle(Rig.Proxy, Measures.Cpu, Ratio));
        results.Add(name, server, Measures.AddedP50, Middle(Rig.Direct, Measures.P50, AddedMicroseconds));
        results.Add(name, server, Measures.AddedP99, Middle(Rig.Direct, Measures.P99, AddedMicroseconds));
        if (request.Chunks > 0)
            results.Add(name, server, Measures.AddedFirstP99, Middle(Rig.Direct, Measures.FirstP99, AddedMicroseconds));
    }
}
