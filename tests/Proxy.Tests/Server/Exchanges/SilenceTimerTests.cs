using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Server.Exchanges;

public sealed class SilenceTimerTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly SilenceTimer _timer;
    private int _silences;

    public SilenceTimerTests() => _timer = new SilenceTimer(_clock, TimeSpan.FromSeconds(15), () => _silences++);

    public void Dispose() => _timer.Dispose();

    [Fact]
    public void It_calls_back_after_each_span_of_silence()
    {
        Advance(14);
        Assert.Equal(0, _silences);
        Advance(1);
        Assert.Equal(1, _silences);
        Advance(45);
        Assert.Equal(4, _silences);
    }

    [Fact]
    public void Silence_counts_from_the_last_touch()
    {
        for (var i = 0; i < 10; i++)
        {
            Advance(14);
            _timer.Touch();
        }

        Assert.Equal(0, _silences);
        Advance(15);
        Assert.Equal(1, _silences);
    }

    [Fact]
    public void It_is_silent_itself_once_disposed()
    {
        _timer.Dispose();
        Advance(60);
        Assert.Equal(0, _silences);
    }

    private void Advance(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
