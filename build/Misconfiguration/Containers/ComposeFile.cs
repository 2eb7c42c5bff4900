using System.Text.Json;
using ContainerSecurity.DevContainers;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Misconfiguration.Containers;

/// <summary>The parts of a compose file that services refer to by name.</summary>
internal sealed class ComposeFile(LocatedValue? root)
{
    public IEnumerable<LocatedMember> Services => root?["services"]?.Members ?? [];

    /// <summary>Files that <c>extends</c> and <c>include</c> name, as written: what a service takes from there is judged there.</summary>
    public IEnumerable<NamedFile> OtherFiles() =>
    [
        .. from service in Services
           where service.Value["extends"]?["file"] is { Text: not null }
           let file = service.Value["extends"]!["file"]!
           select new NamedFile(ComposeText.Of(file), file.Line),
        .. from item in root?["include"]?.OneOrMore() ?? []
           from file in (item.Kind == JsonValueKind.Object ? item["path"]?.OneOrMore() ?? [] : [item])
           select new NamedFile(ComposeText.Of(file), file.Line),
    ];

    /// <summary><c>networks: [outside]</c>, where <c>outside</c> is the host's network.</summary>
    public IEnumerable<Request> HostNetworks(LocatedValue service)
    {
        var networks = service["networks"];
        var used = networks?.Kind == JsonValueKind.Object
            ? networks.Members.Select(member => (member.Name, member.Line))
            : (networks?.Items ?? []).Select(item => (Name: ComposeText.Of(item), item.Line));
        return from network in used
               let definition = root?["networks"]?[network.Name]
               where ComposeText.Of(definition?["name"]) == "host" || ComposeText.Of(definition?["driver"]) == "host"
               select new Request("networks", "host", network.Line);
    }

    /// <summary>An item of <c>volumes</c>; a named volume may be a folder of the host too (<c>driver_opts: {o: bind, device: …}</c>).</summary>
    public ContainerMount Mount(LocatedValue item)
    {
        var mount = item.Kind == JsonValueKind.Object ? Long(item) : Short(ComposeText.Of(item), item.Line);
        var device = mount.Source is { } name ? ComposeText.Of(root?["volumes"]?[name]?["driver_opts"]?["device"]) : "";
        return device.Length > 0 ? mount with { Type = "bind", Source = device, Text = $"{mount.Text} ({device})" } : mount;
    }

    private static ContainerMount Long(LocatedValue item)
    {
        var (type, source, target) = (ComposeText.Of(item["type"]), ComposeText.Of(item["source"]), ComposeText.Of(item["target"]));
        return new ContainerMount(type, source, target, ComposeText.IsOn(item["read_only"]), $"{source}:{target}", item.Line);
    }

    /// <summary>In compose a source that begins with a dot is a folder too.</summary>
    private static ContainerMount Short(string text, int line) =>
        MountParser.ParseVolume(text, line) is var mount && mount.Source?.StartsWith('.') == true ? mount with { Type = "bind" } : mount;
}
