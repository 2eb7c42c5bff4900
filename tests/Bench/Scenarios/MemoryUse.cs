using Bench.Load;
using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>Resident memory after the start and at the most, under answers, bursts and paced streams.</summary>
internal sealed class MemoryUse() : FreshProcess("memory")
{
    public override Task RunAsync(Rig rig, BenchResults results) => ForEachAsync(rig, results, async (_, process) =>
    {
        (ClientRequest Request, int Connections, int Exchanges)[] work =
            [(ClientRequest.Answer(), 16, 2_000), (ClientRequest.Stream(), 16, 500), (ClientRequest.Stream(paceMs: 10), 64, 64)];
        foreach (var (request, connections, exchanges) in work)
        {
            await rig.SetAnswerAsync(request);
            await ClosedLoop.RunAsync(process.Port, request, connections, exchanges);
        }
    });
}
