using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Server.Exchanges;

public sealed class RequestLifetimeTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly CancellationTokenSource _client = new();
    private readonly CancellationTokenSource _shutdown = new();
    private readonly RequestLifetime _lifetime;

    public RequestLifetimeTests() => _lifetime = new RequestLifetime(_clock, TimeSpan.FromSeconds(60), _client.Token, _shutdown.Token);

    public void Dispose()
    {
        _lifetime.Dispose();
        _client.Dispose();
        _shutdown.Dispose();
    }

    [Fact]
    public void It_knows_that_the_client_left()
    {
        _client.Cancel();
        Assert.Equal((true, EndReason.ClientGone), (_lifetime.Token.IsCancellationRequested, _lifetime.Reason));
    }

    [Fact]
    public void It_knows_that_the_proxy_shuts_down()
    {
        _shutdown.Cancel();
        Assert.Equal((true, EndReason.Shutdown), (_lifetime.Token.IsCancellationRequested, _lifetime.Reason));
    }

    [Fact]
    public void It_knows_that_the_upstream_fell_silent()
    {
        _clock.Advance(TimeSpan.FromSeconds(59));
        _lifetime.Touch();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal((false, EndReason.None), (_lifetime.Token.IsCancellationRequested, _lifetime.Reason));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, EndReason.UpstreamSilent), (_lifetime.Token.IsCancellationRequested, _lifetime.Reason));
    }

    [Fact]
    public void The_first_cause_is_the_one_that_counts()
    {
        _client.Cancel();
        _shutdown.Cancel();
        Assert.Equal(EndReason.ClientGone, _lifetime.Reason);
    }

    [Fact]
    public void Once_disposed_nothing_ends_it()
    {
        _lifetime.Dispose();
        _client.Cancel();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_lifetime.Token.IsCancellationRequested);
    }
}
