using System.Buffers.Binary;
using System.Net;

namespace ContainerSecurity.Probing;

/// <summary>One packet that begins something: a connection that is opened, a datagram, an echo request, or another protocol's.</summary>
/// <param name="Kind">As reports name it.</param>
/// <param name="Port">Of the receiver; 0 where the protocol has none.</param>
/// <param name="IsLoopback">It did not leave the container.</param>
internal sealed record SeenPacket(string Kind, IPAddress From, IPAddress To, int Port, bool IsLoopback)
{
    public const string Connection = "connection";
    public const string Datagram = "datagram";
    public const string Echo = "echo";

    private const int Ethernet = 14;
    private const int Dns = 53;

    public bool IsDnsQuery => Port == Dns && Kind is Connection or Datagram;

    public override string ToString() => $"{Kind} to {(Port > 0 ? new IPEndPoint(To, Port).ToString() : To.ToString())}";

    /// <summary>
    /// Reads an Ethernet frame (IEEE 802.3, RFC 791, RFC 8200). What only goes on with something else, and what the kernel sends of itself (ARP,
    /// neighbours and groups of IPv6, IGMP, errors of ICMP), is none.
    /// </summary>
    public static SeenPacket? Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Ethernet)
            return null;
        var isLoopback = !frame[..12].ContainsAnyExcept((byte)0);
        var packet = frame[Ethernet..];
        return BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) switch
        {
            0x0800 when packet.Length >= 20 && (packet[0] & 15) * 4 is >= 20 and var head && packet.Length >= head =>
                Read(packet[9], packet[head..], new IPAddress(packet[12..16]), new IPAddress(packet[16..20]), isLoopback),
            0x86DD when packet.Length >= 40 =>
                ReadVersion6(packet[6], packet[40..], new IPAddress(packet[8..24]), new IPAddress(packet[24..40]), isLoopback),
            _ => null,
        };
    }

    /// <summary>Past the headers of options, which kernels put before what they say to groups.</summary>
    private static SeenPacket? ReadVersion6(int next, ReadOnlySpan<byte> rest, IPAddress from, IPAddress to, bool isLoopback)
    {
        while (next is 0 or 43 or 60 && rest.Length >= 8 && (rest[1] + 1) * 8 is var length && length <= rest.Length)
        {
            next = rest[0];
            rest = rest[length..];
        }

        return Read(next, rest, from, to, isLoopback);
    }

    private static SeenPacket? Read(int protocol, ReadOnlySpan<byte> content, IPAddress from, IPAddress to, bool isLoopback)
    {
        (string Kind, int Port)? begun = protocol switch
        {
            6 when content.Length >= 14 => (content[13] & 0x12) == 0x02 ? (Connection, PortOf(content)) : null,
            17 when content.Length >= 4 => (Datagram, PortOf(content)),
            1 when content.Length >= 1 => content[0] == 8 ? (Echo, 0) : null,
            58 when content.Length >= 1 => content[0] == 128 ? (Echo, 0) : null,
            2 => null,
            _ => ($"packet of protocol {protocol}", 0),
        };
        return begun is { } it ? new SeenPacket(it.Kind, from, to, it.Port, isLoopback) : null;
    }

    private static int PortOf(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt16BigEndian(content[2..]);
}
