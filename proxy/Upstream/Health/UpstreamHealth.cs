namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>What is known of how an upstream does, and what was done about it.</summary>
internal sealed class UpstreamHealth(TimeProvider clock, IEnumerable<KeyValuePair<string, string>> keys)
{
    private long _retries;
    private long _keyChanges;
    private long _fallbacks;

    public CircuitBreaker Breaker { get; } = new(clock);

    public RetryBudget Budget { get; } = new();

    public KeyRing Keys { get; } = new(clock, keys);

    public long Retries => Interlocked.Read(ref _retries);

    public long KeyChanges => Interlocked.Read(ref _keyChanges);

    /// <summary>Requests that went on to another model.</summary>
    public long Fallbacks => Interlocked.Read(ref _fallbacks);

    public void CountRetry() => Interlocked.Increment(ref _retries);

    public void CountKeyChange() => Interlocked.Increment(ref _keyChanges);

    public void CountFallback() => Interlocked.Increment(ref _fallbacks);
}
