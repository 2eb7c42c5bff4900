using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Upstream.Health;
using Proxy.Tests.Server;

namespace Proxy.Tests.Upstream.Health;

public sealed class HealthTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_breaker_opens_after_failures_in_a_row_and_lets_one_probe_through_a_pause()
    {
        var breaker = new CircuitBreaker(_clock);
        Repeat(CircuitBreaker.Failures - 1, breaker.Fail);
        breaker.Succeed();
        Repeat(CircuitBreaker.Failures - 1, breaker.Fail);
        Assert.Equal((BreakerState.Closed, true), (breaker.State, breaker.TryEnter()));

        breaker.Fail();
        Assert.Equal((BreakerState.Open, false), (breaker.State, breaker.TryEnter()));

        _clock.Advance(CircuitBreaker.Pause);
        Assert.Equal((true, BreakerState.HalfOpen, false), (breaker.TryEnter(), breaker.State, breaker.TryEnter()));

        breaker.Fail();
        Assert.Equal((BreakerState.Open, false), (breaker.State, breaker.TryEnter()));

        // A probe whose client leaves says nothing: the next pause brings another.
        _clock.Advance(CircuitBreaker.Pause);
        Assert.True(breaker.TryEnter());
        _clock.Advance(CircuitBreaker.Pause);
        Assert.True(breaker.TryEnter());

        breaker.Succeed();
        Assert.Equal((BreakerState.Closed, true, true), (breaker.State, breaker.TryEnter(), breaker.TryEnter()));
    }

    [Fact]
    public void Beyond_a_few_there_is_one_retry_for_five_requests()
    {
        var budget = new RetryBudget();
        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => budget.TryTakeRetry()));

        Repeat(50, budget.AddRequest);
        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => budget.TryTakeRetry()));

        Repeat(500, budget.AddRequest);
        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => budget.TryTakeRetry()));
    }

    [Theory]
    [InlineData(null, 15)]
    [InlineData(0.0, 1)]
    [InlineData(7.0, 7)]
    [InlineData(86_400.0, 3600)]
    public void A_key_rests_as_long_as_the_upstream_wishes_within_bounds(double? wish, double seconds)
    {
        var keys = new KeyRing(_clock, [new("Authorization", "a"), new("Authorization", "b")]);
        var error = ApiError.RateLimit("slow down").OfAccount();
        var fault = UpstreamFault.OfStatus(429, error, wish is { } said ? TimeSpan.FromSeconds(said) : null, isFinal: false);
        var first = keys.Take("")!;

        keys.CoolDown(first, fault);
        Assert.Equal((1, "b", "b"), (keys.CoolingCount, keys.Take("")!.Header.Value, keys.Take("")!.Header.Value));
        Assert.Null(keys.FindRest());

        keys.CoolDown(keys.Take("")!, fault);
        Assert.Null(keys.Take("x"));
        Assert.Equal(seconds, keys.FindRest()!.RetryAfter!.Value.TotalSeconds, 3);

        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(0, keys.CoolingCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_key_or_none_never_rests(int count)
    {
        var keys = new KeyRing(_clock, Enumerable.Repeat(new KeyValuePair<string, string>("Authorization", "a"), count));

        Assert.Equal(count > 0, keys.Take("") is not null);
        Assert.Null(keys.FindRest());
        Assert.DoesNotContain("Authorization", $"{keys.Take("")}", StringComparison.Ordinal);
    }

    private static void Repeat(int times, Action action)
    {
        for (var at = 0; at < times; at++)
            action();
    }
}
