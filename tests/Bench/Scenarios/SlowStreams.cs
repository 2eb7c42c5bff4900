using System.Collections.Concurrent;
using Bench.Load;
using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>Very many streams at once, each of them slow.</summary>
internal sealed class SlowStreams(int streams) : FreshProcess($"slow-{streams}")
{
    private const int PerSecond = 500;
    private const int StallFactor = 10;

    private static readonly ClientRequest Request = ClientRequest.Stream(chunks: 16, paceMs: 500);

    public override async Task RunAsync(Rig rig, BenchResults results)
    {
        await rig.SetAnswerAsync(Request);
        Add(results, Rig.Direct, await AskAsync(rig.Running(Rig.Direct), Rig.Direct, results));
        await ForEachAsync(rig, results, async (contender, process) =>
        {
            var (idle, cpu) = (process.RssMb, process.Cpu);
            var times = await AskAsync(process, contender.Name, results);
            Add(results, contender.Name, times);
            results.Add(Name, contender.Name, Measures.Cpu, (process.Cpu - cpu).TotalMilliseconds / times.Count);
            results.Add(Name, contender.Name, Measures.PerStream, (process.RssPeakMb - idle) * 1024 / streams);
        });
    }

    private async Task<IReadOnlyList<ExchangeTimes>> AskAsync(MeasuredProcess process, string server, BenchResults results)
    {
        var failures = new ConcurrentBag<string>();
        var times = await OpenLoop.RunAsync(process.Port, Request, PerSecond, streams, failures);
        if (failures.TryPeek(out var one))
            results.Failures.Add($"{Name}, {server}: {failures.Count} streams failed, one of them: {one}");
        return times;
    }

    private void Add(BenchResults results, string server, IReadOnlyList<ExchangeTimes> times)
    {
        results.Add(Name, server, Measures.Served, times.Count);
        results.Add(Name, server, Measures.FirstP50, Statistics.Percentile(times.Select(stream => stream.First), 50));
        results.Add(Name, server, Measures.FirstP99, Statistics.Percentile(times.Select(stream => stream.First), 99));
        results.Add(Name, server, Measures.GapP99, Statistics.Percentile(times.SelectMany(stream => stream.Gaps), 99));
        results.Add(Name, server, Measures.Stalled,
            streams - times.Count(stream => stream.LongestGap <= StallFactor * Request.Pace.TotalMilliseconds));
    }
}
