using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.DevContainers;

/// <summary>
/// Two network namespaces: a machine for an engine, and the outside, to which its only way leads. The outside has the addresses that everybody knows,
/// so nothing that is sent there leaves this machine.
/// </summary>
internal sealed class PlantedNetwork : IDisposable
{
    /// <summary>Of the outside, as the machine sees it.</summary>
    public const string Outside = "198.51.100.1";

    private static readonly string[] Elsewhere = ["1.1.1.1", "8.8.8.8", "169.254.169.254", OutsideScript.NamedAddress, "2606:4700:4700::1111"];

    private readonly string _id = Guid.NewGuid().ToString("N")[..8];
    private ServerProcess? _servers;

    public string Machine => $"machine-{_id}";

    private string Other => $"outside-{_id}";

    /// <summary>Who asked the outside for what, a line each.</summary>
    public string Asked => _servers!.Said;

    public static async Task<PlantedNetwork> CreateAsync()
    {
        Requirement.Program("ip", "iproute2");
        Requirement.Program("node", "nodejs");
        var network = new PlantedNetwork();
        await network.LinkAsync();
        var model = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "DevContainers", "Planted", "model.js"));
        network._servers = ServerProcess.Start("ip", ["netns", "exec", network.Other, "node", "-e", OutsideScript.Text + model]);
        await Waiting.ForAsync(() => Task.FromResult(network.Asked.Contains(OutsideScript.Ready)), TimeSpan.FromSeconds(20), () => network.Asked);
        return network;
    }

    public void Dispose()
    {
        _servers?.Dispose();
        IpAsync("netns", "delete", Machine).Wait();
        IpAsync("netns", "delete", Other).Wait();
    }

    private async Task LinkAsync()
    {
        await IpAsync("netns", "add", Machine);
        await IpAsync("netns", "add", Other);
        await IpAsync("link", "add", "inside", "netns", Other, "type", "veth", "peer", "name", "uplink", "netns", Machine);
        foreach (var (name, device) in new[] { (Other, "lo"), (Other, "inside"), (Machine, "lo"), (Machine, "uplink") })
            await IpAsync("-n", name, "link", "set", device, "up");
        await IpAsync("-n", Other, "address", "add", $"{Outside}/24", "dev", "inside");
        await IpAsync("-n", Other, "address", "add", "2001:db8::1/64", "dev", "inside", "nodad");
        await IpAsync("-n", Machine, "address", "add", "198.51.100.2/24", "dev", "uplink");
        await IpAsync("-n", Machine, "address", "add", "2001:db8::2/64", "dev", "uplink", "nodad");
        await IpAsync("-n", Machine, "route", "add", "default", "via", Outside);
        await IpAsync("-n", Machine, "-6", "route", "add", "default", "via", "2001:db8::1");
        await IpAsync("-n", Other, "-6", "route", "add", "fd00::/8", "via", "2001:db8::2");
        await IpAsync("netns", "exec", Machine, "sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
        foreach (var address in Elsewhere)
            await IpAsync("-n", Other, "address", "add", address, "dev", "lo");
    }

    private static Task<ToolResult> IpAsync(params string[] arguments) => HostCommand.RunAsync("ip", arguments);
}
