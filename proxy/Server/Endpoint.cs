namespace ClaudeCodeProxy.Server;

/// <summary>What the proxy does for one method and path.</summary>
/// <param name="NeedsKey">Only for clients that send the client key, where one is configured.</param>
internal sealed record Endpoint(string Method, string Path, bool NeedsKey, Func<Exchange, ValueTask> Handle);
