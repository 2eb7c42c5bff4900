using System.Net;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>
/// Knows the addresses that are never an upstream: link-local ones and those where clouds hand out credentials to any caller inside.
/// </summary>
internal static class ForbiddenAddress
{
    private static readonly IPNetwork LinkLocal = IPNetwork.Parse("169.254.0.0/16");

    private static readonly IPAddress[] Metadata = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254")];

    public static bool Includes(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.IsIPv6LinkLocal || LinkLocal.Contains(address) || Metadata.Contains(address);
    }

    /// <summary>Whether a host is such an address, written out.</summary>
    public static bool Is(string host) => IPAddress.TryParse(host, out var address) && Includes(address);
}
