using System.Net;
using System.Net.Sockets;
using ContainerSecurity.Probing;

namespace Acceptance.Tests.Probing;

/// <summary>In this machine's own network, as root.</summary>
public sealed class PacketSnifferTests
{
    private const int Megabyte = 1 << 20;

    [SkippableTheory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_busy_connection_hides_nothing_of_what_begins(string address)
    {
        var (attached, whyNot) = await PacketSniffer.AttachAsync(Environment.ProcessId);
        Requirement.Require(attached is not null, whyNot);
        using var sniffer = attached!;
        using var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;

        await SendAsync(listener, 300);
        using (var datagrams = new Socket(place.AddressFamily, SocketType.Dgram, ProtocolType.Udp))
            datagrams.SendTo([1], place);
        var (packets, lost) = sniffer.Finish();

        Assert.Equal(0, lost);
        Assert.Equal(
            [SeenPacket.Connection, SeenPacket.Datagram],
            packets.Where(packet => packet.Port == place.Port).Select(packet => packet.Kind).Order());
    }

    private static async Task SendAsync(TcpListener listener, int megabytes)
    {
        using var client = new TcpClient(listener.LocalEndpoint.AddressFamily);
        var connecting = client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var server = await listener.AcceptTcpClientAsync();
        await connecting;
        var sending = Task.Run(async () =>
        {
            for (var each = 0; each < megabytes; each++)
                await client.GetStream().WriteAsync(new byte[Megabyte]);
            client.Client.Shutdown(SocketShutdown.Send);
        });
        await server.GetStream().CopyToAsync(Stream.Null);
        await sending;
    }
}
