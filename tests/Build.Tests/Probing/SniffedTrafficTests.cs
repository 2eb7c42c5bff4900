using System.Collections.Immutable;
using System.Net;
using ContainerSecurity.Probing;
using ContainerSecurity.Probing.Isolation;

namespace Build.Tests.Probing;

/// <summary>What a sniffer in the agent's network says of it.</summary>
public sealed class SniffedTrafficTests
{
    private static readonly SeenPacket ToProxy = Packet(SeenPacket.Connection, "192.0.2.2", 8082);
    private static readonly SeenPacket OwnQuery = Packet(SeenPacket.Datagram, "127.0.0.1", 53) with { IsLoopback = true };

    [Fact]
    public void Connections_to_the_proxy_and_queries_that_come_back_are_all_that_may_be() =>
        Assert.All(Judge(ToProxy, OwnQuery), seen => Assert.True(seen.Holds, seen.Evidence));

    [Theory]
    [InlineData(SeenPacket.Connection, "198.51.100.1", 443, true)]
    [InlineData(SeenPacket.Connection, "198.51.100.1", 53, false)]
    [InlineData(SeenPacket.Datagram, "198.51.100.1", 443, true)]
    [InlineData(SeenPacket.Datagram, "198.51.100.1", 8082, true)]
    [InlineData(SeenPacket.Echo, "198.51.100.1", 0, true)]
    [InlineData(SeenPacket.Datagram, "198.51.100.1", 53, false)]
    public void Anything_else_that_leaves_is_named(string kind, string to, int port, bool namesStay)
    {
        var seen = Judge(ToProxy, OwnQuery, Packet(kind, to, port));

        Assert.False(Of(seen, IsolationTopics.Traffic).Holds);
        Assert.Contains(to, Of(seen, IsolationTopics.Traffic).Evidence);
        Assert.Equal(namesStay, Of(seen, IsolationTopics.Names).Holds);
    }

    [Fact]
    public void What_was_missed_or_never_asked_proves_nothing()
    {
        Assert.All(SniffedTraffic.Judge(([ToProxy, OwnQuery], 3), ""), seen => Assert.Null(seen.Holds));
        Assert.All(SniffedTraffic.Judge(null, "not root"), seen => Assert.Contains("not root", seen.Evidence));
        Assert.Null(Of(Judge(ToProxy), IsolationTopics.Names).Holds);
    }

    private static ImmutableArray<RunTimeObservation> Judge(params ImmutableArray<SeenPacket> packets) => SniffedTraffic.Judge((packets, 0), "");

    private static RunTimeObservation Of(ImmutableArray<RunTimeObservation> seen, string topic) => seen.Single(one => one.Topic == topic);

    private static SeenPacket Packet(string kind, string to, int port) => new(kind, IPAddress.Parse("192.0.2.1"), IPAddress.Parse(to), port, false);
}
