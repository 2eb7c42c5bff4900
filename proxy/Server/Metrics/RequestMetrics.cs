namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>Requests of one path, by the class of their status.</summary>
internal sealed class RequestMetrics(string path)
{
    private readonly long[] _byClass = new long[6];

    public string Path => path;

    /// <summary>The first digit of statuses.</summary>
    public static ReadOnlySpan<int> Classes => [2, 4, 5];

    public void Count(int status) => Interlocked.Increment(ref _byClass[Math.Clamp(status / 100, 0, 5)]);

    public long Of(int statusClass) => Interlocked.Read(ref _byClass[statusClass]);
}
