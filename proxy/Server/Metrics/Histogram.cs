namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>How often a duration was how long. Any thread may record.</summary>
/// <param name="bounds">Upper bounds in seconds, ascending; what is longer is counted beyond them.</param>
internal sealed class Histogram(double[] bounds)
{
    private readonly long[] _counts = new long[bounds.Length + 1];
    private long _ticks;

    public ReadOnlySpan<double> Bounds => bounds;

    /// <summary>In seconds.</summary>
    public double Sum => TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds;

    public void Record(TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        var at = 0;
        while (at < bounds.Length && seconds > bounds[at])
            at++;
        Interlocked.Increment(ref _counts[at]);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    /// <summary>What was recorded between the bound before and this one; the last is beyond all bounds.</summary>
    public long Count(int at) => Interlocked.Read(ref _counts[at]);
}
