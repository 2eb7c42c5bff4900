namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>The one cancellation of a request, with the reason for it.</summary>
internal sealed class RequestLifetime : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _began;
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _clientGone;
    private readonly CancellationTokenRegistration _shutdown;
    private readonly SilenceTimer _idle;
    private int _reason;

    public RequestLifetime(TimeProvider clock, TimeSpan idleTimeout, CancellationToken clientGone, CancellationToken shutdown)
    {
        (_clock, _began) = (clock, clock.GetTimestamp());
        _idle = new SilenceTimer(clock, idleTimeout, () => End(EndReason.UpstreamSilent));
        _clientGone = clientGone.UnsafeRegister(static self => ((RequestLifetime)self!).End(EndReason.ClientGone), this);
        _shutdown = shutdown.UnsafeRegister(static self => ((RequestLifetime)self!).End(EndReason.Shutdown), this);
    }

    public CancellationToken Token => _source.Token;

    public EndReason Reason => (EndReason)Volatile.Read(ref _reason);

    public TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    /// <summary>A byte came from the upstream.</summary>
    public void Touch() => _idle.Touch();

    public void Dispose()
    {
        _idle.Dispose();
        _clientGone.Dispose();
        _shutdown.Dispose();
        // The source is left to the collector: a timer that is just firing may still cancel it.
    }

    private void End(EndReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)EndReason.None) == (int)EndReason.None)
            _source.Cancel();
    }
}
