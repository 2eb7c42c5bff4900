using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What the proxy does for one method and path.</summary>
/// <param name="Path">One that ends with a slash stands for all that is below it, except the root.</param>
/// <param name="NeedsKey">Only for clients that send the client key, where one is configured.</param>
internal sealed record Endpoint(string Method, string Path, bool NeedsKey, Func<Exchange, ValueTask> Handle)
{
    public bool IsAt(string path) =>
        path == Path || (Path is [_, .., '/'] && path.Length > Path.Length && path.StartsWith(Path, StringComparison.Ordinal));
}
