using System.Net.Sockets;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Translation;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Sends requests to one upstream, and its key to nobody else: redirects are off.</summary>
internal sealed class UpstreamClient : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Connections are renewed, so that a change in DNS is followed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer that nobody reads any more may keep its connection; a paid model stops when that is closed.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMilliseconds(250);

    private readonly UpstreamOptions _options;
    private readonly string? _authorization;
    private readonly HttpMessageInvoker _invoker;

    public UpstreamClient(UpstreamOptions options)
    {
        _options = options;
        _authorization = options.Key is { } key ? "Bearer " + key.Reveal() : null;
        _invoker = new HttpMessageInvoker(CreateHandler(options));
    }

    /// <summary>What logs may name it.</summary>
    public string Name => _options.Name;

    /// <summary>Returns when the upstream's status is known. Throws <see cref="HttpRequestException"/> when it could not be reached.</summary>
    public async Task<UpstreamAnswer> Send(UpstreamRequest call, CancellationToken cancellationToken)
    {
        var address = UpstreamAddress.Of(_options, call.Route, call.SubPath);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new RequestContent(call.Body) };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", ProductVersion.UserAgent);
        if (call.Route.Api == Api.Messages) headers.TryAddWithoutValidation("x-api-key", _options.Key?.Reveal());
        else if (_authorization is not null) headers.TryAddWithoutValidation("Authorization", _authorization);
        if (_options.Provider == Provider.OpenRouter)
        {
            if (_options.AppUrl is not null) headers.TryAddWithoutValidation("HTTP-Referer", _options.AppUrl);
            if (_options.AppName is not null) headers.TryAddWithoutValidation("X-Title", _options.AppName);
        }

        foreach (var (name, value) in call.Headers)
        {
            if (!headers.Contains(name)) headers.TryAddWithoutValidation(name, value);
        }

        return await UpstreamAnswer.From(await _invoker.SendAsync(request, cancellationToken), cancellationToken);
    }

    public void Dispose() => _invoker.Dispose();

    private static SocketsHttpHandler CreateHandler(UpstreamOptions options)
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
        };
        if (options.BaseUrl.Scheme == "https") handler.SslOptions.CertificateChainPolicy = TrustedAuthorities.Policy(options.CertificateFile);
        else handler.ConnectCallback = Connect;
        return handler;
    }

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new GatheringStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
