using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration;

/// <summary>How often an upstream is asked again before a client is told of its failure.</summary>
/// <param name="count">0 for never.</param>
/// <param name="time">Since the request came.</param>
internal sealed class RetryOptions(int count, TimeSpan time)
{
    public static readonly RetryOptions Default = new(2, TimeSpan.FromSeconds(10));

    public static readonly RetryOptions None = new(0, TimeSpan.Zero);

    public int Count => count;

    public TimeSpan Time => time;

    public static RetryOptions Read(Settings settings) => new(
        ProxyOptions.ReadNumber(settings, Variable.Retries, 0, 20),
        TimeSpan.FromSeconds(ProxyOptions.ReadNumber(settings, Variable.RetryTime, 0, 3600)));
}
