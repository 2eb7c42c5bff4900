using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What the proxy does for one method and path.</summary>
/// <param name="path">One that ends with a slash stands for all that is below it, except the root.</param>
/// <param name="needsKey">Only for clients that send the client key, where one is configured.</param>
internal sealed class Endpoint(string method, string path, bool needsKey, Func<Exchange, ValueTask> handle)
{
    public string Method => method;

    public string Path => path;

    public bool NeedsKey { get; } = needsKey;

    public Func<Exchange, ValueTask> Handle => handle;

    /// <summary>Whether it takes one of the places for requests that are served at once; what needs no key takes none.</summary>
    public bool IsLimited { get; init; } = needsKey;

    public bool IsAt(string path) =>
        path == Path || (Path is [_, .., '/'] && path.Length > Path.Length && path.StartsWith(Path, StringComparison.Ordinal));
}
