using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Probing;

/// <summary>One way out of a container, to be tried.</summary>
/// <param name="Kind">A function of <see cref="IsolationScript"/>.</param>
/// <param name="Target">An address, a name or a path, if it needs one.</param>
internal sealed record IsolationAttempt(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("target")] string Target = "",
    [property: JsonPropertyName("port")] int Port = 0)
{
    /// <summary>Every way that is known, to servers that are planted; each of them answers whoever gets there.</summary>
    public static ImmutableArray<IsolationAttempt> All(PlantedOutside outside) =>
    [
        new("tcp", "tcp", outside.Address, 443),
        new("tcp-by-name", "tcp", outside.Name, 443),
        new("ssh", "tcp", outside.Address, 22),
        new("udp", "udp", outside.Address, 53),
        new("quic", "udp", outside.Address, 443),
        new("icmp", "echo", outside.Address),
        new("raw-socket", "raw"),
        new("ipv6", "tcp", outside.Address6, 443),
        new("ipv6-udp", "udp", outside.Address6, 53),
        new("dns", "name", $"{Guid.NewGuid():N}.{outside.Name}"),
        new("dns-tcp", "tcp", outside.Address, 53),
        new("doh", "tcp", outside.Resolver, 443),
        new("metadata", "tcp", outside.Metadata, 80),
        .. outside.Hosts.Select((host, at) => new IsolationAttempt($"host-{at + 1}", "tcp", host, outside.HostPort)),
        .. outside.Siblings.Select((sibling, at) => new IsolationAttempt($"sibling-{at + 1}", "tcp", sibling, 8082)),
        new("engine-socket", "file", "/run/docker.sock"),
        new("sudo", "sudo"),
        new("capabilities", "rights"),
    ];
}

/// <summary>What somebody planted for an ordinary container to reach. Where it is not planted, the control shows that.</summary>
/// <param name="Address">With TCP 22, 53 and 443, and UDP 53 and 443.</param>
/// <param name="Name">Known to the resolver of ordinary containers, with any label before it.</param>
/// <param name="Hosts">Addresses of the engine's machine, its gateways among them.</param>
/// <param name="HostPort">A port of the machine; one on which nobody listens does, for a refusal is an answer.</param>
internal sealed record PlantedOutside(string Address, string Address6, string Name, string Resolver, ImmutableArray<string> Hosts, int HostPort)
{
    /// <summary>At which clouds tell secrets to their machines.</summary>
    public string Metadata { get; init; } = "169.254.169.254";

    /// <summary>Other containers, which answer on the proxy's port.</summary>
    public ImmutableArray<string> Siblings { get; init; } = [];
}
