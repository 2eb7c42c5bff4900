namespace Bench.Results;

/// <summary>What a scenario measures of a server: names in the result file.</summary>
internal static class Measures
{
    /// <summary>User and system time of the server per exchange, ms.</summary>
    public const string Cpu = "cpuMs";

    /// <summary><see cref="Cpu"/> over nginx's: the median over the rounds' own ratios.</summary>
    public const string CpuToNginx = "cpuToNginx";

    /// <summary><see cref="Cpu"/> over the proxy's, for peers: the median over the rounds' own ratios.</summary>
    public const string CpuToProxy = "cpuToProxy";

    /// <summary><see cref="Cpu"/> per MB (10⁶ bytes) of the request, ms.</summary>
    public const string CpuPerMb = "cpuMsPerMb";

    /// <summary>CPU per MB over that of a request of 500 kB.</summary>
    public const string CpuGrowth = "cpuPerMbTo500k";

    public const string PerSecond = "perSecond";

    /// <summary>Percentiles of the time from sending to the last byte, ms.</summary>
    public const string P50 = "p50Ms";
    public const string P99 = "p99Ms";

    /// <summary>The same percentile less that of a direct connection, µs.</summary>
    public const string AddedP50 = "addedP50Us";
    public const string AddedP99 = "addedP99Us";

    /// <summary><see cref="AddedP50"/> over nginx's.</summary>
    public const string AddedToNginx = "addedToNginx";

    /// <summary>Percentiles of the time from sending to the first text of the model, ms.</summary>
    public const string FirstP50 = "firstTextP50Ms";
    public const string FirstP99 = "firstTextP99Ms";

    /// <summary>The same less that of a direct connection, µs.</summary>
    public const string AddedFirstP99 = "addedFirstTextP99Us";

    /// <summary>Time between two pieces of a stream, ms.</summary>
    public const string GapP99 = "gapP99Ms";

    /// <summary>Streams with a gap of more than ten times the pace.</summary>
    public const string Stalled = "stalled";

    /// <summary>Streams that arrived whole.</summary>
    public const string Served = "served";

    /// <summary>Resident memory after the start, and the most so far, MB (2²⁰ bytes).</summary>
    public const string Idle = "idleMb";
    public const string Peak = "peakMb";

    /// <summary>Peak less idle memory over the number of streams, kB (2¹⁰ bytes).</summary>
    public const string PerStream = "kbPerStream";

    /// <summary>From exec to the first answer to GET /health, ms.</summary>
    public const string Start = "startMs";
    public const string StartToNginx = "startToNginx";

    public const string Binary = "binaryMib";

    /// <summary>How much of the time the core of load generator and upstream was busy, 0 to 1.</summary>
    public const string LoadBusy = "loadCoreBusy";
}
