using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContainerSecurity;

/// <summary>
/// Ctrl-C and SIGTERM as a cancellation token: the first cancels the run; a second one, after a grace period, ends the process at once.
/// </summary>
public sealed class TerminationSignals : IDisposable
{
    /// <summary>Supervisors signal both a process and its group, so one interrupt may arrive twice. Running tools are stopped meanwhile.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private PosixSignal? _received;
    private long _since;

    public TerminationSignals() =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];

    public CancellationToken Token => _source.Token;

    /// <summary>128 plus the signal's number after a signal, as shells report it; otherwise the exit code of the run.</summary>
    public int ExitCode(int code) => _received switch
    {
        null => code,
        PosixSignal.SIGINT => 130,
        _ => 143,
    };

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        if (_received is not null)
        {
            signal.Cancel = Stopwatch.GetElapsedTime(_since) < Grace;
            return;
        }

        _received = signal.Signal;
        _since = Stopwatch.GetTimestamp();
        signal.Cancel = true;
        _ = _source.CancelAsync();
    }
}
