using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// Sends requests to one upstream, and its key to nobody else: redirects are off. A request that met a kept connection which had ended is sent once
/// more,
/// on a new one.
/// </summary>
internal sealed class UpstreamClient : IDisposable
{
    /// <summary>Connections are renewed, so that a change in DNS is followed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    private readonly UpstreamAddress _address;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private readonly Action<string>? _onRepeat;
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Opens a connection for each request.</summary>
    private readonly Lazy<HttpMessageInvoker> _unpooled;

    /// <param name="onRepeat">Is told the name when a request is sent again.</param>
    public UpstreamClient(UpstreamOptions options, UpstreamConnector? connector = null, Action<string>? onRepeat = null)
    {
        Name = options.Name;
        (_address, _headers, _onRepeat) = (new UpstreamAddress(options), FixedHeaders.Create(options), onRepeat);
        var handlers = new UpstreamHandlers(options, connector ?? new UpstreamConnector());
        _invoker = new HttpMessageInvoker(handlers.Create(ConnectionLifetime));
        _unpooled = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(handlers.Create(TimeSpan.Zero)));
    }

    /// <summary>What logs may name it.</summary>
    public string Name { get; }

    /// <summary>Whether it did when it was asked last, with whatever status; null when it was not asked yet.</summary>
    public bool? HasAnswered { get; set; }

    /// <summary>Returns when the upstream's status is known. Throws <see cref="HttpRequestException"/> when it could not be reached.</summary>
    public async Task<UpstreamResponse> SendAsync(UpstreamRequest call, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(_invoker, call, cancellationToken);
        }
        catch (HttpRequestException e) when (DeadConnectionException.IsCauseOf(e) && !cancellationToken.IsCancellationRequested)
        {
            _onRepeat?.Invoke(Name);
            return await SendAsync(_unpooled.Value, call, cancellationToken);
        }
    }

    public void Dispose()
    {
        _invoker.Dispose();
        if (_unpooled.IsValueCreated)
            _unpooled.Value.Dispose();
    }

    private async Task<UpstreamResponse> SendAsync(HttpMessageInvoker invoker, UpstreamRequest call, CancellationToken cancellationToken)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, _address.Find(call.Route, call.SubPath)) { Content = new RequestContent(call.Body) };
        var headers = request.Headers;
        foreach (var (name, value) in _headers)
            headers.TryAddWithoutValidation(name, value);
        if (call.Credential is { } credential)
            headers.TryAddWithoutValidation(credential.Key, credential.Value);
        foreach (var (name, value) in call.Headers)
            AddNew(name, value);
        if (call.Route.Api == Api.Messages)
            AddNew("anthropic-version", "2023-06-01");
        return await UpstreamResponse.ReadAsync(await invoker.SendAsync(request, cancellationToken), cancellationToken);

        // A client's header never stands beside the proxy's own of that name.
        void AddNew(string name, string value)
        {
            if (!headers.Contains(name))
                headers.TryAddWithoutValidation(name, value);
        }
    }
}
