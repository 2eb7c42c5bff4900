using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>From exec to the first answered /health: medians of starts in turn.</summary>
internal sealed class ColdStart(int starts) : IScenario
{
    public string Name => "start";

    public Task RunAsync(Rig rig, BenchResults results)
    {
        var times = rig.Contenders.ToDictionary(contender => contender.Name, _ => new List<double>());
        for (var index = 0; index < starts; index++)
        {
            foreach (var contender in rig.Contenders)
            {
                var process = rig.StartFresh(contender);
                times[contender.Name].Add(process.StartMs);
                rig.End(process);
            }
        }

        var nginx = Statistics.Median(times[Rig.NginxName]);
        foreach (var (server, all) in times)
        {
            results.Add(Name, server, Measures.Start, Statistics.Median(all));
            results.Add(Name, server, Measures.StartToNginx, Statistics.Median(all) / nginx);
        }

        results.Add(Name, Rig.Proxy, Measures.Binary, new FileInfo(rig.Binary).Length / 1048576.0);
        return Task.CompletedTask;
    }
}
