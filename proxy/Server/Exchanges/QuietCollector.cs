namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>
/// Gives memory back after a burst of requests. Their bodies are garbage once the upstream has taken them, and where streams only wait there are too
/// few allocations for that to be noticed: the process would keep several times what it needs. Connections are garbage when they end, which allocates
/// nothing at all: while many are left, it looks again from time to time.
/// </summary>
internal sealed class QuietCollector : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>In intervals, while more is in use than <see cref="MinGarbage"/>.</summary>
    private const int LookAgainAfter = 60;

    /// <summary>Less garbage is not worth the pause.</summary>
    private const long MinGarbage = 8 << 20;

    /// <summary>While more comes in an interval, a pause would be noticed, and the collector runs by itself.</summary>
    private const long MaxQuiet = 256 << 10;

    /// <summary>Of all servers of the process, as is the heap.</summary>
    private static long _givenUp;

    private readonly Timer _timer;
    private long _seen;
    private long _collected;
    private long _left;
    private int _intervals;

    public QuietCollector() => _timer = new Timer(static self => ((QuietCollector)self!).Check(), this, Interval, Interval);

    /// <summary>So many bytes of a body are needed no more.</summary>
    public static void GiveUp(int bytes) => Interlocked.Add(ref _givenUp, bytes);

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var used = GC.GetTotalAllocatedBytes() + Interlocked.Read(ref _givenUp);
        var isQuiet = used - _seen < MaxQuiet;
        _seen = used;
        _intervals++;
        var maySave = used - _collected >= MinGarbage || (_left >= MinGarbage && _intervals >= LookAgainAfter);
        if (!isQuiet || !maySave)
            return;
        (_collected, _intervals) = (used, 0);
        // What is left of garbage leaves room for the one that moves all, which else takes megabytes more for a moment.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        // Only this mode gives the memory back to the system.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _left = GC.GetTotalMemory(forceFullCollection: false);
    }
}
