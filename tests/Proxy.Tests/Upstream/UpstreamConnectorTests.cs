using System.Net;
using System.Net.Sockets;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Http;

namespace Proxy.Tests.Upstream;

public sealed class UpstreamConnectorTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("127.0.0.1", "169.254.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    public async Task A_name_that_leads_to_a_forbidden_address_is_not_connected_to(params string[] addresses)
    {
        using var listener = Listen();
        var connector = Resolving(addresses);

        await Assert.ThrowsAsync<ForbiddenAddressException>(() => connector.ConnectAsync(Place(listener), default));

        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task The_client_learns_why_an_upstream_is_not_asked(string scheme)
    {
        var options = new UpstreamOptions { BaseUrl = new Uri($"{scheme}://upstream.example/v1"), Provider = Provider.Unknown };
        using var client = new UpstreamClient(options, Resolving("169.254.169.254"));
        var request = new UpstreamRequest(new Route(Provider.Unknown, "m", "m"), "{}"u8.ToArray());

        var error = await Assert.ThrowsAsync<NoResponseException>(() => client.SendAsync(request, default).AsTask());

        Assert.Contains("link-local", UpstreamFailure.Explain(error, EndReason.None)?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_name_is_connected_to_by_the_first_address_that_answers()
    {
        using var listener = Listen();

        using var socket = await Resolving("127.0.0.9", "127.0.0.1").ConnectAsync(Place(listener), default);

        Assert.True(socket.Connected);
    }

    private static UpstreamConnector Resolving(params string[] addresses) =>
        new((_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)));

    private static DnsEndPoint Place(TcpListener listener) => new("upstream.example", ((IPEndPoint)listener.LocalEndpoint).Port);

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
