using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Server.Endpoints;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server;

/// <summary>
/// All that follows from one reading of the configuration. A request is served to its end by the one it began with; the connections to upstreams end
/// when the last request has.
/// </summary>
internal sealed class Generation
{
    private readonly ProxyMetrics _metrics;

    /// <summary>The server, as long as this is its newest, and each request; 0 for good when all have left.</summary>
    private int _holders = 1;

    /// <summary>Throws a <c>ConfigurationException</c> for authorities that cannot be read.</summary>
    public Generation(ProxyOptions options, ServerServices services, ProxyMetrics metrics, CancellationToken shutdown)
    {
        (Options, _metrics, Upstreams) = (options, metrics, new Upstreams(options, services.Clock, services.Log.Repeated));
        Gate = new ClientGate(options.Listen, options.ClientKey);
        var server = new ServerContext(options, Upstreams, services, metrics, shutdown);
        var passed = new PassthroughMessages(server);
        var models = new ModelsEndpoint(server);
        Endpoints =
        [
            new("POST", "/v1/messages", true, new MessagesEndpoint(server, passed).HandleAsync),
            new("POST", "/v1/messages/count_tokens", true, new CountTokensEndpoint(server, passed).HandleAsync),
            new("GET", ModelsEndpoint.Path, true, models.ListAsync),
            new("GET", ModelsEndpoint.Path + "/", true, models.FindAsync),
            new("GET", "/metrics", !options.Listen.IsLoopback, WriteMetricsAsync) { IsLimited = false },
            new("GET", "/health", false, Always(FixedResponses.Health(services.Instance))),
            new("GET", "/", false, Always(FixedResponses.Root())),
            // Claude Code's probe at its start, and its telemetry, which ends here.
            new("HEAD", "/api/hello", false, Always([])),
            new("POST", "/api/event_logging/batch", false, Always("{}"u8.ToArray())),
        ];
    }

    public ProxyOptions Options { get; }

    public ClientGate Gate { get; }

    public Endpoint[] Endpoints { get; }

    public Upstreams Upstreams { get; }

    /// <summary>False when all have left: there is a newer one.</summary>
    public bool TryEnter()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            Upstreams.Dispose();
    }

    private async ValueTask WriteMetricsAsync(Exchange exchange) =>
        await exchange.RespondAsync(200, MetricsReport.Write(_metrics, Upstreams.All), MetricsText.ContentType);

    private static Func<Exchange, ValueTask> Always(byte[] body) => async exchange => await exchange.RespondAsync(200, body);
}
