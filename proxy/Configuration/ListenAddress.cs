using System.Globalization;
using System.Net;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration;

/// <summary>Where the proxy listens.</summary>
internal sealed class ListenAddress(IPAddress host, int port)
{
    public IPAddress Host => host;

    public int Port => port;

    public bool IsLoopback => IPAddress.IsLoopback(Host);

    /// <summary>The address at which this machine reaches it.</summary>
    public Uri LocalUrl
    {
        get
        {
            var host = Host.Equals(IPAddress.Any) ? IPAddress.Loopback : Host.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : Host;
            return new Uri($"http://{new IPEndPoint(host, Port)}");
        }
    }

    public static ListenAddress Read(Settings settings) => new(ReadHost(settings.Find(Variable.Host)), ReadPort(settings.Find(Variable.Port)));

    private static IPAddress ReadHost(string? host)
    {
        if (host is null || host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return IPAddress.Loopback;
        if (IPAddress.TryParse(host, out var address))
            return address;
        throw new ConfigurationException(
            $"HOST is {host}, which is not an IP address. Use 127.0.0.1 for this machine only, 0.0.0.0 for all interfaces.");
    }

    private static int ReadPort(string? port)
    {
        if (port is null)
            return 8082;
        if (ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        throw new ConfigurationException($"PORT is {port}, which is not a number from 1 to 65535.");
    }
}
