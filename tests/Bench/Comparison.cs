namespace Bench;

/// <summary>
/// Runs every scenario against proxy, nginx and the bare upstream, round by round in turn, so that disturbances affect all of them equally.
/// </summary>
internal sealed class Comparison(IReadOnlyDictionary<string, MeasuredProcess> servers)
{
    private const int Rounds = 5;

    /// <summary>Enough that the 10 ms ticks of the kernel's clock are far below one per cent.</summary>
    private const int Exchanges = 4_000;

    public async Task<IReadOnlyDictionary<string, Sample>> RunAsync(Scenario scenario, int connections)
    {
        var rounds = servers.Keys.ToDictionary(name => name, _ => new List<Sample>());
        foreach (var server in servers.Values)
            await LoadGenerator.RunAsync(server.Port, scenario, connections, Exchanges / 8);

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, server) in servers)
                rounds[name].Add(await MeasureAsync(server, scenario, connections));
        }

        return rounds.ToDictionary(entry => entry.Key, entry => Sample.MedianOf(entry.Value));
    }

    private static async Task<Sample> MeasureAsync(MeasuredProcess server, Scenario scenario, int connections)
    {
        var before = server.Cpu;
        var timing = await LoadGenerator.RunAsync(server.Port, scenario, connections, Exchanges);
        return new Sample(timing.PerSecond, (server.Cpu - before).TotalMilliseconds / timing.Exchanges, timing.P50Ms, timing.P99Ms);
    }
}
