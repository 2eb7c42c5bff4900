using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace ContainerSecurity.Probing;

/// <summary>
/// The network namespace of a process as the kernel tells it in <c>/proc/PID/net</c> (proc_pid_net(5)). Its counters begin at 0 with the namespace,
/// so they hold what was tried before anybody looked.
/// </summary>
internal sealed class NetworkTables(string folder)
{
    private const string Listening = "0A";
    private const int Address = 1;
    private const int State = 3;

    /// <summary>Sockets that wait for connections or, for UDP, are bound: <c>tcp 0.0.0.0:8082</c>.</summary>
    public ImmutableArray<string> Listeners() =>
    [
        .. Sockets("tcp").Concat(Sockets("tcp6")).Where(socket => socket[State] == Listening).Select(socket => $"tcp {Readable(socket[Address])}"),
        .. Sockets("udp").Concat(Sockets("udp6")).Select(socket => $"udp {Readable(socket[Address])}"),
    ];

    /// <summary>How many connections this namespace has tried to open, and how many datagrams of its own it has sent.</summary>
    public SentTraffic Sent()
    {
        var four = Pairs("snmp");
        var six = Lines("snmp6").Where(words => words.Length == 2).ToDictionary(words => words[0], words => Number(words[1]));
        return new(
            four["Tcp.ActiveOpens"],
            four["Udp.OutDatagrams"] + six.GetValueOrDefault("Udp6OutDatagrams"),
            four["Icmp.OutEchos"] + six.GetValueOrDefault("Icmp6OutEchos"));
    }

    private IEnumerable<string[]> Sockets(string table) => Lines(table).Skip(1);

    /// <summary>None where the kernel has no such table, as without IPv6.</summary>
    private IEnumerable<string[]> Lines(string table) =>
        File.Exists(Path.Combine(folder, table))
            ? File.ReadLines(Path.Combine(folder, table)).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : [];

    /// <summary>Two lines for each protocol: names, then values.</summary>
    private Dictionary<string, long> Pairs(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        return lines.Chunk(2)
            .SelectMany(pair => pair[0].Split(' ').Zip(pair[1].Split(' ')).Skip(1)
                .Select(each => (Name: pair[0].Split(':')[0] + "." + each.First, each.Second)))
            .ToDictionary(each => each.Name, each => Number(each.Second));
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary><c>0100007F:1F92</c>: each 32 bits in the byte order of the machine, the port as a number.</summary>
    private static string Readable(string written)
    {
        var (address, port) = (written.Split(':')[0], written.Split(':')[1]);
        var bytes = Convert.FromHexString(address).Chunk(4).SelectMany(word => BitConverter.IsLittleEndian ? word.Reverse() : word).ToArray();
        return new IPEndPoint(new IPAddress(bytes), int.Parse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
    }
}

/// <summary>What was sent from a network namespace since it began.</summary>
internal sealed record SentTraffic(long Connections, long Datagrams, long Echoes);
