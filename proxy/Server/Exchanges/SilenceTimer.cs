namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Calls back each time nothing happened for a while. To note that something happened costs a clock reading, not a timer.</summary>
internal sealed class SilenceTimer : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _limit;
    private readonly Action _onSilence;
    private readonly ITimer _timer;
    private long _last;

    public SilenceTimer(TimeProvider clock, TimeSpan limit, Action onSilence)
    {
        (_clock, _limit, _onSilence) = (clock, limit, onSilence);
        _last = clock.GetTimestamp();
        _timer = clock.CreateTimer(static self => ((SilenceTimer)self!).Check(), this, limit, Timeout.InfiniteTimeSpan);
    }

    public void Touch() => Volatile.Write(ref _last, _clock.GetTimestamp());

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var left = _limit - _clock.GetElapsedTime(Volatile.Read(ref _last));
        if (left <= TimeSpan.Zero)
        {
            Touch();
            left = _limit;
            _onSilence();
        }

        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }
}
