namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>What the server takes from outside, so that tests decide about time, ids and what is logged.</summary>
internal sealed class ServerServices(TimeProvider clock, IdSource ids, RequestLog log, string? instance = null)
{
    public TimeProvider Clock => clock;

    public IdSource Ids => ids;

    public RequestLog Log => log;

    /// <summary>Names this run of the proxy in <c>/health</c>, so that <c>start</c> and <c>status</c> know whom they talk to.</summary>
    public string Instance { get; } = instance is { Length: > 0 } ? instance : Guid.NewGuid().ToString("N");
}
