namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>A named way in which an upstream answers, and what must come of it.</summary>
internal sealed record Fault(string Name, Outcome Outcome, Func<Scene, Task> Play)
{
    /// <summary>Where a stream comes out otherwise than a whole message.</summary>
    public Outcome? OfStream { get; init; }

    public ConnectionFate Connection { get; init; } = ConnectionFate.Ended;

    /// <summary>The upstream falls silent, so that only time ends it.</summary>
    public bool IsSilent { get; init; }

    public IReadOnlyList<bool> Streamed { get; init; } = [false, true];
}

/// <summary>What becomes of the connection on which the fault was.</summary>
internal enum ConnectionFate
{
    /// <summary>Nobody knows what the next bytes on it would mean: it is closed and carries no other request.</summary>
    Ended,

    /// <summary>The next request goes over it.</summary>
    Kept,

    /// <summary>As the proxy likes.</summary>
    Open,
}
