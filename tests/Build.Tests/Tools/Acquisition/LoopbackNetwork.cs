namespace Build.Tests.Tools.Acquisition;

/// <summary>The network's edge of a test: every HTTPS request goes to a server on loopback, and is counted.</summary>
internal sealed class LoopbackNetwork(int port, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _asked;

    public int Asked => _asked;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        Assert.Equal(Uri.UriSchemeHttps, request.RequestUri!.Scheme);
        using var local = new HttpRequestMessage(request.Method, new UriBuilder("http", "127.0.0.1", port, request.RequestUri.AbsolutePath).Uri);
        local.Headers.Host = request.RequestUri.Host;
        return await base.SendAsync(local, cancellationToken);
    }
}
