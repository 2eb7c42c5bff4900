using Bench.Load;
using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>Runs the scenarios, and adds what relates them to each other.</summary>
internal static class ProxyBench
{
    public static IReadOnlyList<IScenario> Scenarios { get; } =
    [
        new ColdStart(starts: 25),
        new MemoryUse(),
        new Exchanges("hello-1", ClientRequest.Hello(), 1, 2_000),
        new Exchanges("answer-1", ClientRequest.Answer(), 1, 1_500),
        new Exchanges("answer-16", ClientRequest.Answer(), 16, 4_000),
        new Exchanges("burst-1", ClientRequest.Stream(), 1, 1_000),
        new Exchanges("burst-16", ClientRequest.Stream(), 16, 3_000),
        new Exchanges("paced-64", ClientRequest.Stream(paceMs: 10), 64, 128),
        new Exchanges("body-150k", ClientRequest.Answer(150_000), 4, 1_000, rounds: 3),
        new Exchanges("body-500k", ClientRequest.Answer(500_000), 4, 400, rounds: 3),
        new Exchanges("body-8m", ClientRequest.Answer(8_000_000), 1, 20, rounds: 3),
        new Exchanges("body-32m", ClientRequest.Answer(32_000_000), 1, 6, rounds: 3),
        new Exchanges("rate-200", ClientRequest.Answer(), 0, 800, rounds: 3),
        new SlowStreams(512),
        new SlowStreams(1000),
        new SlowStreams(2000),
    ];

    public static async Task RunAsync(
        Rig rig, IReadOnlyCollection<string> only, BenchResults results, TextWriter output, CancellationToken cancellation)
    {
        var chosen = Scenarios.Where(scenario => only.Count == 0 || only.Contains(scenario.Name)).ToList();
        foreach (var (index, scenario) in chosen.Index())
        {
            output.WriteLine($"{index + 1}/{chosen.Count} {scenario.Name} …");
            // Away from the thread of the sockets, which must not wait.
            await Task.Run(() => scenario.RunAsync(rig, results), cancellation).WaitAsync(cancellation);
        }

        foreach (var server in rig.Contenders.Select(contender => contender.Name))
            Relate(results, server);
    }

    private static void Relate(BenchResults results, string server)
    {
        foreach (var scenario in new[] { "body-8m", "body-32m" })
        {
            var growth = results.Find(scenario, server, Measures.CpuPerMb) / results.Find("body-500k", server, Measures.CpuPerMb);
            results.Add(scenario, server, Measures.CpuGrowth, growth ?? double.NaN);
        }

        foreach (var scenario in new[] { "hello-1", "answer-1", "burst-1" })
        {
            var added = results.Find(scenario, server, Measures.AddedP50) / results.Find(scenario, Rig.NginxName, Measures.AddedP50);
            results.Add(scenario, server, Measures.AddedToNginx, added ?? double.NaN);
        }
    }
}
