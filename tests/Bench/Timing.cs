namespace Bench;

/// <summary>What one run of the load generator saw; percentiles in milliseconds.</summary>
internal sealed record Timing(int Exchanges, TimeSpan Elapsed, double P50Ms, double P99Ms)
{
    public double PerSecond => Exchanges / Elapsed.TotalSeconds;
}
