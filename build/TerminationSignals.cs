using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContainerSecurity;

/// <summary>Ctrl-C and SIGTERM as a cancellation token: the first one cancels what runs, a second one, after a moment, ends the process at once.</summary>
public sealed class TerminationSignals : IDisposable
{
    /// <summary>Supervisors signal a process and its group, so one interrupt may come twice; meanwhile running tools are ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private PosixSignal? _received;
    private long _since;

    public TerminationSignals() =>
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];

    public CancellationToken Token => _source.Token;

    /// <summary>128 and the signal's number if there was one, as shells say it; otherwise the code that the run ended with.</summary>
    public int ExitCode(int code) => _received switch
    {
        null => code,
        PosixSignal.SIGINT => 130,
        _ => 143,
    };

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

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
