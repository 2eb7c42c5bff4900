using System.Collections.Immutable;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>What left the agent's container, by a sniffer in its network: nothing but connections to the proxy may.</summary>
internal static class SniffedTraffic
{
    private const int ProxyPort = 8082;
    private const int MostShown = 5;

    /// <param name="traffic">Null when there was no sniffer.</param>
    public static ImmutableArray<RunTimeObservation> Judge((ImmutableArray<SeenPacket> Packets, int Lost)? traffic, string whyNot)
    {
        if (traffic is not { } seen)
            return [Unseen("traffic", IsolationTopics.Traffic, whyNot), Unseen("queries", IsolationTopics.Names, whyNot)];
        ImmutableArray<SeenPacket> left = [.. seen.Packets.Where(packet => !packet.IsLoopback)];
        ImmutableArray<SeenPacket> queries = [.. left.Where(packet => packet.IsDnsQuery)];
        var kept = seen.Packets.Count(packet => packet.IsLoopback && packet.IsDnsQuery);
        return
        [
            Of("traffic", IsolationTopics.Traffic, [.. left.Where(packet => packet is not { Kind: SeenPacket.Connection, Port: ProxyPort })],
                $"{left.Length} connections left it, all to the proxy's port"),
            kept == 0 && queries.IsEmpty
                ? Unseen("queries", IsolationTopics.Names, "the engine's resolver asked nobody at all while names were looked up")
                : Of("queries", IsolationTopics.Names, queries, $"no query for a name left it; {kept} came back to the container itself"),
        ];

        RunTimeObservation Of(string name, string topic, ImmutableArray<SeenPacket> wrong, string evidence) =>
            !wrong.IsEmpty ? new(name, false, $"a sniffer in its network saw {string.Join(", ", wrong.Take(MostShown))}") { Topic = topic }
            : seen.Lost > 0 ? Unseen(name, topic, $"the sniffer missed {seen.Lost} packets")
            : new(name, true, $"by a sniffer in its network: {evidence}") { Topic = topic };
    }

    private static RunTimeObservation Unseen(string name, string topic, string why) => RunTimeObservation.Unseen(name, why) with { Topic = topic };
}
