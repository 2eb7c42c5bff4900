namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>What the server takes from outside, so that tests decide about time, ids and what is logged.</summary>
internal sealed record ServerServices(TimeProvider Clock, IdSource Ids, RequestLog Log)
{
    /// <summary>Names this run of the proxy in <c>/health</c>, so that <c>start</c> and <c>status</c> know whom they talk to.</summary>
    public string Instance { get; init; } = Guid.NewGuid().ToString("N");
}
