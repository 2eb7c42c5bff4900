using System.Net;
using System.Net.Sockets;
using ClaudeCodeProxy.Upstream;

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

        await Assert.ThrowsAsync<ForbiddenAddressException>(() => connector.Connect(Place(listener), default));

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Any_other_name_is_connected_to_by_the_first_address_that_answers()
    {
        using var listener = Listen();

        using var socket = await Resolving("127.0.0.9", "127.0.0.1").Connect(Place(listener), default);

        Assert.True(socket.Connected);
    }

    private static UpstreamConnector Resolving(params string[] addresses) => new((_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)));

    private static DnsEndPoint Place(TcpListener listener) => new("upstream.example", ((IPEndPoint)listener.LocalEndpoint).Port);

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
