using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>What all endpoints share for as long as the server runs.</summary>
/// <param name="shutdown">Cancels the requests that are still under way when the server must end.</param>
internal sealed class ServerContext(
    ProxyOptions options, Upstreams upstreams, ServerServices services, ProxyMetrics metrics, CancellationToken shutdown)
{
    public ProxyOptions Options => options;

    public Upstreams Upstreams => upstreams;

    public ServerServices Services => services;

    public CancellationToken Shutdown => shutdown;

    private readonly RetryPolicy _retries = new(options.Retries, Random.Shared);

    public ModelRouter Router { get; } = new(options);

    public ModelObservations Observations { get; } = new();

    public ProxyMetrics Metrics => metrics;

    /// <param name="record">Is told where attempts go; null for those that are not the client's request itself.</param>
    public Attempts NewAttempts(Exchange exchange, RequestRecord? record) =>
        new(services, upstreams, _retries, exchange.RequestId, exchange.Headers["x-claude-code-session-id"].ToString(), record);
}
