using ClaudeCodeProxy.Configuration;

namespace ClaudeCodeProxy.Server.Retrying;

/// <summary>How long to wait before an upstream is asked again: as it wishes, else exponentially longer with full jitter.</summary>
internal sealed class RetryPolicy(RetryOptions options, Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <param name="retries">How often it was asked again already.</param>
    /// <param name="elapsed">Since the request came.</param>
    /// <param name="wish">The upstream's.</param>
    /// <returns>Null when it is not to be asked again.</returns>
    public TimeSpan? Wait(int retries, TimeSpan elapsed, TimeSpan? wish)
    {
        if (retries >= options.Count)
            return null;
        var wait = wish ?? Jitter(retries);
        return elapsed + wait <= options.Time ? wait : null;
    }

    private TimeSpan Jitter(int retries)
    {
        var most = First * Math.Pow(2, Math.Min(retries, 10));
        return (most < Longest ? most : Longest) * random.NextDouble();
    }
}
