namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>
/// The connections to one destination that wait for another request. The one that was used last is used next, so that others can end.
/// </summary>
internal sealed class ConnectionPool : IDisposable
{
    /// <summary>Connections are renewed, so that a change in DNS is followed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RestTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<HttpConnection> _resting = [];
    private readonly Timer _sweep;
    private bool _isDisposed;

    public ConnectionPool() => _sweep = new Timer(static self => ((ConnectionPool)self!).Sweep(), this, Timeout.Infinite, Timeout.Infinite);

    /// <summary>Null when a new one is needed.</summary>
    public HttpConnection? TryTake()
    {
        while (Pop() is { } connection)
        {
            if (!IsOver(connection) && connection.IsQuiet)
                return connection;
            connection.Close();
        }

        return null;
    }

    public void Return(HttpConnection connection)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                if (_resting.Count == 0)
                    _sweep.Change(SweepInterval, SweepInterval);
                _resting.Add(connection);
                return;
            }
        }

        connection.Close();
    }

    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        _sweep.Dispose();
        while (Pop() is { } connection)
            connection.Close();
    }

    private HttpConnection? Pop()
    {
        lock (_lock)
        {
            if (_resting.Count == 0)
                return null;
            var last = _resting[^1];
            _resting.RemoveAt(_resting.Count - 1);
            return last;
        }
    }

    private void Sweep()
    {
        List<HttpConnection> over;
        lock (_lock)
        {
            over = _resting.FindAll(IsOver);
            _resting.RemoveAll(over.Contains);
            if (_resting.Count == 0 && !_isDisposed)
                _sweep.Change(Timeout.Infinite, Timeout.Infinite);
        }

        foreach (var connection in over)
            connection.Close();
    }

    private static bool IsOver(HttpConnection connection) =>
        Environment.TickCount64 - connection.OpenedAt > Lifetime.TotalMilliseconds
        || Environment.TickCount64 - connection.RestsSince > RestTime.TotalMilliseconds;
}
