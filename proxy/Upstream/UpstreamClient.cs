using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Sends requests to one upstream, and its key to nobody else: redirects are off.</summary>
internal sealed class UpstreamClient(UpstreamOptions options, UpstreamConnector? connector = null) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Connections are renewed, so that a change in DNS is followed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long a response that nobody reads any more may keep its connection; a paid model stops when that is closed.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMilliseconds(250);

    private readonly UpstreamAddress _address = new(options);
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers = FixedHeaders.Create(options);
    private readonly HttpMessageInvoker _invoker = new(CreateHandler(options, connector ?? new UpstreamConnector()));

    /// <summary>What logs may name it.</summary>
    public string Name { get; } = options.Name;

    /// <summary>Returns when the upstream's status is known. Throws <see cref="HttpRequestException"/> when it could not be reached.</summary>
    public async Task<UpstreamResponse> SendAsync(UpstreamRequest call, CancellationToken cancellationToken)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, _address.Find(call.Route, call.SubPath)) { Content = new RequestContent(call.Body) };
        var headers = request.Headers;
        foreach (var (name, value) in _headers)
            headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in call.Headers)
            AddNew(name, value);
        if (call.Route.Api == Api.Messages)
            AddNew("anthropic-version", "2023-06-01");
        return await UpstreamResponse.ReadAsync(await _invoker.SendAsync(request, cancellationToken), cancellationToken);

        // A client's header never stands beside the proxy's own of that name.
        void AddNew(string name, string value)
        {
            if (!headers.Contains(name))
                headers.TryAddWithoutValidation(name, value);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static SocketsHttpHandler CreateHandler(UpstreamOptions options, UpstreamConnector connector)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.ForwardProxy is not null,
            Proxy = options.ForwardProxy is { } proxy ? new FixedProxy(proxy) : null,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            ResponseDrainTimeout = DrainTimeout,
            ConnectCallback = options.BaseUrl.Scheme == "https" ? connector.ConnectForTlsAsync : connector.ConnectAsync,
        };
        if (options.BaseUrl.Scheme == "https")
            handler.SslOptions.CertificateChainPolicy = TrustedAuthorities.Policy(options.CertificateFile);
        return handler;
    }
}
