namespace Bench.Results;

/// <summary>What the proxy is to reach in one scenario.</summary>
/// <param name="Scenario">One of <see cref="ScenarioNames"/>.</param>
/// <param name="Measure">One of <see cref="Measures"/>.</param>
/// <param name="IsLeast">The limit is the least, not the most.</param>
internal sealed record Goal(string What, string Scenario, string Measure, double Limit, string Unit, bool IsLeast = false)
{
    public string Text => FormattableString.Invariant($"{(IsLeast ? '≥' : '≤')} {Limit:#,0.##}{(Unit.Length == 0 ? "" : " ")}{Unit}");

    public bool IsMetBy(double value) => IsLeast ? value >= Limit : value <= Limit;
}

/// <summary>All goals, in the order of the table. Those of the public board are its best line of the lane that translates.</summary>
internal static class Goals
{
    public static readonly Goal[] All =
    [
        new("CPU of an answer, to nginx", "answer-16", Measures.CpuToNginx, 2.0, ""),
        new("CPU of a burst, to nginx", "burst-16", Measures.CpuToNginx, 1.8, ""),
        new("CPU of a paced stream, to nginx", "paced-64", Measures.CpuToNginx, 1.35, ""),
        new("added p50, to nginx", "answer-1", Measures.AddedToNginx, 1.3, ""),
        new("memory of a stream, 1,000 streams", "slow-1000", Measures.PerStream, 20, "kB"),
        new("2,000 streams, served", "slow-2000", Measures.Served, 2000, "", IsLeast: true),
        new("2,000 streams, peak memory", "slow-2000", Measures.Peak, 60, "MB"),
        new("cold start, to nginx", "start", Measures.StartToNginx, 1, ""),
        new("idle memory", "memory", Measures.Idle, 10, "MB"),
        new("peak memory", "memory", Measures.Peak, 24, "MB"),
        new("binary", "start", Measures.Binary, 12, "MiB"),
        new("CPU per MB of 32 MB, to that of 500 kB", "body-32m", Measures.CpuGrowth, 1.5, ""),
        new("added p50, public board", "hello-1", Measures.AddedP50, 141, "µs"),
        new("added p99, public board", "hello-1", Measures.AddedP99, 168, "µs"),
        new("added time to first text p99, public board", "burst-1", Measures.AddedFirstP99, 355, "µs"),
        new("512 streams, stalled, public board", "slow-512", Measures.Stalled, 0, ""),
    ];
}
