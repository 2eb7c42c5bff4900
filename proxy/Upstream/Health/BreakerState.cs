namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>In the order of the metric's values.</summary>
internal enum BreakerState
{
    Closed,

    /// <summary>One request is let through to see.</summary>
    HalfOpen,

    Open,
}
