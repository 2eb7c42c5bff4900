namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>
/// Opens after some failures in a row. Open, it lets one request through after each pause, whose success closes it; one that never ends holds
/// nobody up.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider clock)
{
    public const int Failures = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private int _failures;
    private long _since;
    private bool _isProbed;

    public bool IsOpen => Volatile.Read(ref _failures) >= Failures;

    public BreakerState State => !IsOpen ? BreakerState.Closed : Volatile.Read(ref _isProbed) ? BreakerState.HalfOpen : BreakerState.Open;

    /// <summary>Whether a request that could go elsewhere should go here.</summary>
    public bool TryEnter()
    {
        if (!IsOpen)
            return true;
        lock (_lock)
        {
            if (clock.GetElapsedTime(_since) < Pause)
                return false;
            (_since, _isProbed) = (clock.GetTimestamp(), true);
            return true;
        }
    }

    public void Succeed()
    {
        if (Volatile.Read(ref _failures) == 0)
            return;
        lock (_lock)
            (_failures, _isProbed) = (0, false);
    }

    public void Fail()
    {
        lock (_lock)
            (_failures, _since, _isProbed) = (Math.Min(_failures + 1, Failures), clock.GetTimestamp(), false);
    }
}
