using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>One way out of a container, or one change of what keeps it in, to be tried.</summary>
/// <param name="Kind">A function of <see cref="IsolationScript"/> or <see cref="TamperScript"/>.</param>
/// <param name="Target">An address, a name or a path, if it needs one.</param>
internal sealed record IsolationAttempt(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("target")] string Target = "",
    [property: JsonPropertyName("port")] int Port = 0)
{
    /// <summary>One of <see cref="IsolationTopics"/>.</summary>
    [JsonIgnore]
    public string Topic { get; init; } = IsolationTopics.Network;

    /// <summary>What is tried is not for every report, as a key is not.</summary>
    [JsonIgnore]
    public bool IsSecret { get; init; }

    /// <summary>Every way that is known, to servers that are planted; each answers whoever gets there. Those that may wait lie together.</summary>
    public static ImmutableArray<IsolationAttempt> All(PlantedOutside outside) =>
    [
        new("tcp", "tcp", outside.Address, 443),
        new("ssh", "tcp", outside.Address, 22),
        new("dns-tcp", "tcp", outside.Address, 53),
        new("doh", "tcp", outside.Resolver, 443),
        new("metadata", "tcp", outside.Metadata, 80),
        .. outside.Hosts.Select((host, at) => new IsolationAttempt($"host-{at + 1}", "tcp", host, outside.HostPort)),
        .. outside.Siblings.Select((sibling, at) => new IsolationAttempt($"sibling-{at + 1}", "tcp", sibling, 8082)),
        new("tcp-by-name", "tcp", outside.Name, 443),
        new("dns", "name", $"{Guid.NewGuid():N}.{outside.Name}") { Topic = IsolationTopics.Names },
        new("udp", "udp", outside.Address, 53),
        new("quic", "udp", outside.Address, 443),
        new("icmp", "echo", outside.Address),
        new("ipv6", "tcp", outside.Address6, 443),
        new("ipv6-udp", "udp", outside.Address6, 53),
        new("raw-socket", "raw") { Topic = IsolationTopics.Rights },
        new("engine-socket", "file", "/run/docker.sock") { Topic = IsolationTopics.Rights },
        new("sudo", "sudo") { Topic = IsolationTopics.Rights },
        new("capabilities", "rights") { Topic = IsolationTopics.Rights },
    ];

    /// <summary>A key that the agent must not find, in no variable and no file.</summary>
    public static IsolationAttempt Search(string key) => new("keys", "search", key) { Topic = IsolationTopics.Keys, IsSecret = true };

    /// <summary>Changes of what keeps an agent in. None of them does harm where it succeeds: it is undone, or changes nothing.</summary>
    public static ImmutableArray<IsolationAttempt> Tampering(PlantedOutside outside) =>
    [
        .. new IsolationAttempt[]
        {
            new("route", "route"),
            new("address", "address"),
            new("firewall", "firewall"),
            new("new-network", "unshare", "--net"),
            new("new-user", "unshare", "--user"),
            new("remount", "mount", "/"),
            new("new-mount", "mount", "/mnt"),
            new("kernel-settings", "append", "/proc/sys/net/ipv4/ip_forward"),
            new("other-processes", "others"),
            new("names", "append", "/etc/resolv.conf"),
            new("hosts", "append", "/etc/hosts"),
            new("agent-settings", "append", "/etc/claude-code/managed-settings.json"),
            new("devcontainer", "append", "/workspace/.devcontainer/isolated/compose.yaml"),
            new("devcontainer-file", "create", "/workspace/.devcontainer"),
            new("git-hook", "create", "/workspace/.git/hooks"),
            new("git-settings", "append", "/workspace/.git/config"),
            new("git-user-settings", "append", "/home/vscode/.gitconfig"),
            new("proxy-variable-https", "forward", $"CONNECT {outside.Address}:443"),
            new("proxy-variable-http", "forward", $"GET http://{outside.Address}/"),
        }.Select(attempt => attempt with { Topic = IsolationTopics.Tampering }),
    ];
}

/// <summary>What attempts are about.</summary>
internal static class IsolationTopics
{
    public const string Network = "network";
    public const string Names = "names";
    public const string Rights = "rights";
    public const string Keys = "keys";
    public const string Readiness = "readiness";
    public const string Traffic = "traffic";
    public const string Tampering = "tampering";

    public static ImmutableArray<string> All { get; } = [Network, Names, Rights, Keys, Readiness, Traffic, Tampering];
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
