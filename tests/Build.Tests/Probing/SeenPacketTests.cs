using System.Net;
using ContainerSecurity.Probing;

namespace Build.Tests.Probing;

/// <summary>What a frame begins; frames are written as hex, addresses of documentation in them (RFC 5737, RFC 3849).</summary>
public sealed class SeenPacketTests
{
    private const string Wire = "020000000002 020000000001";
    private const string Loop = "000000000000 000000000000";
    private const string Four = "0800 45000028 00004000 40 {0} 0000 c0000201 c6336401";
    private const string Six = "86dd 60000000 0020 {0} 40 20010db8000000000000000000000001 20010db8000000000000000000000002";

    [Theory]
    [InlineData(Wire, Four, "06", "9c40 01bb 00000000 00000000 50 02 ffff", "connection to 198.51.100.1:443")]
    [InlineData(Wire, Four, "11", "9c40 0035 0008 0000", "datagram to 198.51.100.1:53")]
    [InlineData(Wire, Four, "01", "08 00 0000", "echo to 198.51.100.1")]
    [InlineData(Wire, Four, "84", "9c40 0035", "packet of protocol 132 to 198.51.100.1")]
    [InlineData(Loop, Four, "11", "9c40 0035 0008 0000", "datagram to 198.51.100.1:53")]
    [InlineData(Wire, Six, "06", "9c40 01bb 00000000 00000000 50 02 ffff", "connection to [2001:db8::2]:443")]
    [InlineData(Wire, Six, "3a", "80 00 0000", "echo to 2001:db8::2")]
    [InlineData(Wire, Six, "00", "11 00 0000 0000 0000 9c40 0035 0008 0000", "datagram to [2001:db8::2]:53")]
    public void What_begins_something_is_named(string link, string network, string protocol, string content, string expected)
    {
        var packet = SeenPacket.Read(Frame(link, network, protocol, content));

        Assert.Equal(expected, packet?.ToString());
        Assert.Equal(link == Loop, packet!.IsLoopback);
        Assert.Equal(expected.EndsWith(":53", StringComparison.Ordinal), packet.IsDnsQuery);
    }

    [Theory]
    [InlineData(Four, "06", "9c40 01bb 00000000 00000000 50 12 ffff")] // the answer to a connection
    [InlineData(Four, "06", "9c40 01bb 00000000 00000000 50 18 ffff")] // data
    [InlineData(Four, "01", "03 01 0000")] // a host cannot be reached
    [InlineData(Four, "02", "16 00 0000")] // a group is joined
    [InlineData(Six, "3a", "87 00 0000")] // who has this address?
    [InlineData(Six, "00", "3a 00 0502 0000 0100 8f 00 0000")] // groups of IPv6
    [InlineData("0806 0001 0800 06 04 0001", "", "")] // ARP
    public void What_goes_on_and_what_kernels_say_of_themselves_is_none(string network, string protocol, string content) =>
        Assert.Null(SeenPacket.Read(Frame(Wire, network, protocol, content)));

    [Fact]
    public void A_frame_may_end_anywhere()
    {
        foreach (var (network, protocol, content) in new[]
            {
                (Four, "06", "9c40 01bb 00000000 00000000 50 02 ffff"), (Four, "11", "9c40 0035 0008 0000"),
                (Six, "00", "11 02 0000 0000 0000 9c40 0035 0008 0000"), (Six, "3a", "80 00 0000"),
            })
        {
            var whole = Frame(Wire, network, protocol, content);
            for (var length = 0; length < whole.Length; length++)
                SeenPacket.Read(whole.AsSpan(0, length));
        }
    }

    [Fact]
    public void Two_that_begin_the_same_are_one() => Assert.Equal(
        SeenPacket.Read(Frame(Wire, Four, "01", "08 00 0000")),
        new SeenPacket("echo", IPAddress.Parse("192.0.2.1"), IPAddress.Parse("198.51.100.1"), 0, false));

    private static byte[] Frame(string link, string network, string protocol, string content) =>
        Convert.FromHexString((link + network.Replace("{0}", protocol) + content).Replace(" ", ""));
}
