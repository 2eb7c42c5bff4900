using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Upstream.Http;

namespace ClaudeCodeProxy.Upstream;

/// <summary>
/// Sends requests to one upstream, and its key to nobody else: redirects are not followed. A request that met a kept connection which had ended is
/// sent once more, on a new one.
/// </summary>
internal sealed class UpstreamClient : IDisposable
{
    private readonly UpstreamAddress _address;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private readonly Action<string>? _onRepeat;
    private readonly Destination _destination;
    private readonly Dialer _dialer;
    private readonly ConnectionPool _connections = new();

    /// <param name="onRepeat">Is told the name when a request is sent again.</param>
    /// <exception cref="ClaudeCodeProxy.Configuration.Sources.ConfigurationException">Its authorities cannot be read.</exception>
    public UpstreamClient(UpstreamOptions options, UpstreamConnector? connector = null, Action<string>? onRepeat = null)
    {
        Name = options.Name;
        (_address, _headers, _onRepeat) = (new UpstreamAddress(options), FixedHeaders.Create(options), onRepeat);
        var needsAuthorities = options.BaseUrl.Scheme == "https" || options.ForwardProxy?.Scheme == "https";
        var authorities = needsAuthorities ? TrustedAuthorities.Policy(options.CertificateFile) : null;
        _destination = new Destination(options.BaseUrl, options.ForwardProxy, authorities);
        _dialer = new Dialer(_destination, (connector ?? new UpstreamConnector()).ConnectAsync);
    }

    /// <summary>What logs may name it.</summary>
    public string Name { get; }

    /// <summary>Whether it did when it was asked last, with whatever status; null when it was not asked yet.</summary>
    public bool? HasAnswered { get; set; }

    /// <summary>Returns when the upstream's status is known. Its body comes under the same cancellation.</summary>
    /// <exception cref="NoResponseException">It could not be reached.</exception>
    public async ValueTask<UpstreamResponse> SendAsync(UpstreamRequest call, CancellationToken cancellationToken)
    {
        using var head = WriteHead(call);
        if (_connections.TryTake() is { } kept)
        {
            try
            {
                return await SendAsync(kept, head, call, cancellationToken);
            }
            catch (DeadConnectionException)
            {
                _onRepeat?.Invoke(Name);
            }
        }

        var connection = new HttpConnection(await _dialer.OpenAsync(cancellationToken));
        return await SendAsync(connection, head, call, cancellationToken);
    }

    public void Dispose() => _connections.Dispose();

    private async ValueTask<UpstreamResponse> SendAsync(
        HttpConnection connection, RequestHead request, UpstreamRequest call, CancellationToken cancellationToken)
    {
        var head = await connection.AskAsync(request.Bytes, call.Body, cancellationToken);
        return UpstreamResponse.Create(head, new ResponseBody(connection, head.Framing, _connections));
    }

    private RequestHead WriteHead(UpstreamRequest call)
    {
        var head = new RequestHead("POST", _address.Find(call.Route, call.SubPath), _destination);
        foreach (var (name, value) in _headers)
            head.Add(name, value);
        if (call.Credential is { } credential)
            head.Add(credential.Key, credential.Value);
        // A client's header never stands beside the proxy's own of that name.
        foreach (var (name, value) in call.Headers)
        {
            if (!IsOwn(name))
                head.Add(name, value);
        }

        if (call.Route.Api == Api.Messages && !IsOwn("anthropic-version") && !call.Headers.Any(header => Is(header, "anthropic-version")))
            head.Add("anthropic-version", "2023-06-01");
        head.End("application/json", call.Body.Length);
        return head;

        bool IsOwn(string name) => (call.Credential is { } own && Is(own, name)) || _headers.Any(header => Is(header, name));
    }

    private static bool Is(KeyValuePair<string, string> header, string name) => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
