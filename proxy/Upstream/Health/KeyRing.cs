namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>
/// The keys of one upstream. Requests take them in turn, except that a conversation stays with its key, on whose account the provider's cache of its
/// prompt is. A key that was refused rests for a while, unless it is the only one.
/// </summary>
internal sealed class KeyRing(TimeProvider clock, IEnumerable<KeyValuePair<string, string>> headers)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterRateLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly UpstreamKey[] _keys = [.. headers.Select(static (header, at) => new UpstreamKey(at + 1, header))];
    private int _turn = -1;

    public int Count => _keys.Length;

    public bool HasSeveral => _keys.Length > 1;

    public int CoolingCount
    {
        get
        {
            lock (_lock)
                return _keys.Count(key => Left(key) > TimeSpan.Zero);
        }
    }

    /// <summary>Null where there is none, or where all of several rest.</summary>
    /// <param name="conversation">Empty for a request that belongs to none.</param>
    public UpstreamKey? Take(string conversation)
    {
        if (!HasSeveral)
            return _keys.Length == 0 ? null : _keys[0];
        lock (_lock)
        {
            var start = conversation.Length == 0 ? ++_turn : Hash(conversation);
            for (var at = 0; at < _keys.Length; at++)
            {
                var key = _keys[(uint)(start + at) % (uint)_keys.Length];
                if (Left(key) <= TimeSpan.Zero)
                    return key;
            }

            return null;
        }
    }

    /// <summary>Of several, none can be used now: why the one rests that does for the shortest time, with that time. Null while one can.</summary>
    public UpstreamFault? FindRest()
    {
        if (!HasSeveral)
            return null;
        lock (_lock)
        {
            var soonest = _keys.MinBy(Left)!;
            return Left(soonest) is var left && left > TimeSpan.Zero ? soonest.Cooling!.Value.Fault.After(left) : null;
        }
    }

    public void CoolDown(UpstreamKey key, UpstreamFault fault)
    {
        var time = fault.RetryAfter ?? (fault.Error.IsLasting || fault.Error.Status != 429 ? AfterRefusal : AfterRateLimit);
        time = time < Shortest ? Shortest : time > Longest ? Longest : time;
        lock (_lock)
            key.Cooling = (fault, clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency));
    }

    private TimeSpan Left(UpstreamKey key) =>
        key.Cooling is { Until: var until } ? clock.GetElapsedTime(clock.GetTimestamp(), until) : TimeSpan.Zero;

    /// <summary>The same in every process, so that replicas agree.</summary>
    private static int Hash(string text)
    {
        var hash = 17;
        foreach (var letter in text)
            hash = unchecked((hash * 31) + letter);
        return hash;
    }
}
