namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>
/// Keeps retries from making an outage worse: beyond a few, one is allowed for every five requests.
/// </summary>
internal sealed class RetryBudget
{
    private const int PerRequest = 1;
    private const int PerRetry = 5;
    private const int Most = 10 * PerRetry;

    private int _left = Most;

    public void AddRequest()
    {
        if (Volatile.Read(ref _left) < Most)
            Interlocked.Add(ref _left, PerRequest);
    }

    public bool TryTakeRetry()
    {
        if (Interlocked.Add(ref _left, -PerRetry) >= 0)
            return true;
        Interlocked.Add(ref _left, PerRetry);
        return false;
    }
}
