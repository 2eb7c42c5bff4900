using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Retrying;

namespace Proxy.Tests.Server.Retrying;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(19, 8)]
    public void The_wait_is_anything_up_to_a_bound_that_doubles(int retries, double seconds)
    {
        var policy = new RetryPolicy(new RetryOptions(20, TimeSpan.FromSeconds(60)), new Random(1));

        var waits = Enumerable.Range(0, 500).Select(_ => policy.Wait(retries, TimeSpan.Zero, null)!.Value.TotalSeconds).ToList();

        Assert.InRange(waits.Max(), 0.9 * seconds, seconds);
        Assert.InRange(waits.Min(), 0, 0.1 * seconds);
    }

    [Theory]
    [InlineData(0, 0, 5.0, 5.0)]
    [InlineData(1, 5, 5.0, 5.0)]
    [InlineData(1, 5, 5.1, null)]
    [InlineData(0, 0, 11.0, null)]
    [InlineData(2, 0, 1.0, null)]
    [InlineData(0, 0, 0.0, 0.0)]
    public void A_wish_is_kept_within_count_and_time(int retries, double elapsed, double wish, double? wait) =>
        Assert.Equal(wait, new RetryPolicy(RetryOptions.Default, new Random(1))
            .Wait(retries, TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(wish))?.TotalSeconds);
}
