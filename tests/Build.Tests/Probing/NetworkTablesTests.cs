using ContainerSecurity.Probing;

namespace Build.Tests.Probing;

public sealed class NetworkTablesTests : IDisposable
{
    private const string Head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("net-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tcp", "0: 0100007F:1F92 00000000:0000 0A 0", "tcp 127.0.0.1:8082")]
    [InlineData("tcp", "0: 00000000:1F92 00000000:0000 0A 0", "tcp 0.0.0.0:8082")]
    [InlineData("tcp6", "0: 00000000000000000000000000000000:1F92 0:0 0A 0", "tcp [::]:8082")]
    [InlineData("tcp6", "0: 00000000000000000000000001000000:0050 0:0 0A 0", "tcp [::1]:80")]
    [InlineData("udp", "0: 00000000:0035 00000000:0000 07 0", "udp 0.0.0.0:53")]
    public void What_listens_is_read(string table, string line, string listener)
    {
        Write(table, Head + "   " + line + "\n");

        Assert.Equal(listener, Assert.Single(new NetworkTables(_folder).Listeners()));
    }

    [Fact]
    public void A_connection_is_no_listener()
    {
        Write("tcp", Head + "   0: 0100007F:1F92 0100007F:A000 01 0\n");

        Assert.Empty(new NetworkTables(_folder).Listeners());
    }

    [Fact]
    public void What_was_sent_is_the_sum_of_both_families()
    {
        Write("snmp", "Icmp: InMsgs OutEchos\nIcmp: 7 1\nTcp: RtoMax ActiveOpens\nTcp: -1 2\nUdp: InDatagrams OutDatagrams\nUdp: 9 3\n");
        Write("snmp6", "Ip6InReceives                   \t0\nUdp6OutDatagrams                \t4\nIcmp6OutEchos                   \t5\n");

        Assert.Equal(new SentTraffic(2, 7, 6), new NetworkTables(_folder).Sent());
    }

    private void Write(string table, string text) => File.WriteAllText(Path.Combine(_folder, table), text);
}
