using System.Net;
using ContainerSecurity.Probing;

namespace Build.Tests.Probing;

/// <summary>What is made of one run of the released image; Acceptance has the runs.</summary>
public sealed class ObservedRunTests
{
    private static readonly IPEndPoint Model = new(IPAddress.Parse("192.0.2.1"), 4000);

    private static readonly ObservedRun Good = new(Model, 1, PlantedModel.Answer)
    {
        Listeners = ["tcp 0.0.0.0:8082"],
        Health = (true, "it answers"),
        Sent = new SentTraffic(2, 0, 0),
        Status = new ProcessStatus(
            "Uid:\t65532\t65532\t65532\t65532\nNoNewPrivs:\t1\nVmHWM:\t 20000 kB\nCapInh:\t0\nCapPrm:\t0\nCapEff:\t0\nCapBnd:\t0\nCapAmb:\t0\n"),
        Mounts = ["overlay / overlay ro,relatime 0 0"],
        Traffic = ([Packet(SeenPacket.Connection, "192.0.2.1", 4000), Packet(SeenPacket.Connection, "127.0.0.1", 8082)], 0),
        End = (TimeSpan.FromSeconds(1), "0"),
    };

    public static TheoryData<string, string> Faults() => new()
    {
        { "a second port", ObservedRun.Ports },
        { "another port", ObservedRun.Ports },
        { "no health", ObservedRun.Checked },
        { "another answer", ObservedRun.Request },
        { "a connection more", ObservedRun.Connections },
        { "a connection elsewhere", ObservedRun.Connections },
        { "the model's address, another port", ObservedRun.Connections },
        { "a query for a name", ObservedRun.Connections },
        { "a datagram before the sniffer", ObservedRun.Connections },
        { "too much memory", ObservedRun.Memory },
        { "too late", ObservedRun.Termination },
        { "by force", ObservedRun.Termination },
    };

    [Fact]
    public void Everything_holds_of_a_good_run()
    {
        Assert.Equal(ObservedRun.Names, Good.Judge().Select(seen => seen.Name));
        Assert.All(Good.Judge(), seen => Assert.True(seen.Holds, seen.Evidence));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_seen_as_what_it_is(string fault, string name) =>
        Assert.Equal([name], Spoilt(fault).Judge().Where(seen => seen.Holds != true).Select(seen => seen.Name));

    [Fact]
    public void Without_a_sniffer_the_counters_decide_and_are_named()
    {
        var seen = Of(Good with { Traffic = null, WhyNoTraffic = "not root" }, ObservedRun.Connections);

        Assert.True(seen.Holds);
        Assert.Contains("by the kernel's counters; no sniffer: not root", seen.Evidence);
        Assert.False(Of(Good with { Traffic = null, Sent = new SentTraffic(3, 0, 0) }, ObservedRun.Connections).Holds);
    }

    [Fact]
    public void A_sniffer_that_missed_packets_proves_nothing() =>
        Assert.Null(Of(Good with { Traffic = (Good.Traffic!.Value.Packets, 2) }, ObservedRun.Connections).Holds);

    private static RunTimeObservation Of(ObservedRun run, string name) => run.Judge().Single(seen => seen.Name == name);

    private static ObservedRun Spoilt(string fault) => fault switch
    {
        "a second port" => Good with { Listeners = Good.Listeners.Add("tcp 0.0.0.0:9999") },
        "another port" => Good with { Listeners = ["tcp 0.0.0.0:18082"] },
        "no health" => Good with { Health = (false, "no"), Sent = new SentTraffic(1, 0, 0) },
        "another answer" => Good with { Answer = "an error" },
        "a connection more" => Good with { Sent = new SentTraffic(3, 0, 0) },
        "a connection elsewhere" => With(SeenPacket.Connection, "198.51.100.1", 443),
        "the model's address, another port" => With(SeenPacket.Connection, "192.0.2.1", 22),
        "a query for a name" => With(SeenPacket.Datagram, "198.51.100.1", 53),
        "a datagram before the sniffer" => Good with { Sent = new SentTraffic(2, 1, 0) },
        "too much memory" => Good with { Status = new ProcessStatus(StatusWith("VmHWM:\t 200000 kB")) },
        "too late" => Good with { End = (TimeSpan.FromSeconds(6), "0") },
        _ => Good with { End = (TimeSpan.FromSeconds(1), "137") },
    };

    private static string StatusWith(string memory) =>
        $"Uid:\t1\t1\t1\t1\nNoNewPrivs:\t1\n{memory}\nCapInh:\t0\nCapPrm:\t0\nCapEff:\t0\nCapBnd:\t0\nCapAmb:\t0\n";

    private static ObservedRun With(string kind, string to, int port) =>
        Good with { Traffic = (Good.Traffic!.Value.Packets.Add(Packet(kind, to, port)), 0) };

    private static SeenPacket Packet(string kind, string to, int port) => new(kind, IPAddress.Parse("192.0.2.2"), IPAddress.Parse(to), port, false);
}
