using Bench.Results;
using Bench.Servers;

namespace Bench.Scenarios;

/// <summary>What a new process of each server costs: memory cannot be told of a process that has done other work.</summary>
internal abstract class FreshProcess(string name) : IScenario
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => name;

    public abstract Task RunAsync(Rig rig, BenchResults results);

    protected async Task ForEachAsync(Rig rig, BenchResults results, Func<Contender, MeasuredProcess, Task> measureAsync)
    {
        foreach (var contender in rig.Contenders)
        {
            var process = rig.StartFresh(contender);
            try
            {
                var idle = process.RssMb;
                results.Add(name, contender.Name, Measures.Idle, idle);
                await measureAsync(contender, process).WaitAsync(Limit);
                results.Add(name, contender.Name, Measures.Peak, process.RssPeakMb);
            }
            catch (Exception failed) when (failed is InvalidOperationException or TimeoutException or IOException
                or System.Net.Sockets.SocketException)
            {
                results.Failures.Add($"{name}, {contender.Name}: {failed.Message}");
            }
            finally
            {
                rig.End(process);
            }
        }
    }
}
