using System.Text.Json;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Reads what a service of a compose file asks of the engine, in the long and short syntaxes of the Compose specification.</summary>
internal static class ServiceReader
{
    private static readonly string[] NamespaceKeys = ["network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup"];
    private static readonly string[] DeviceKeys = ["devices", "device_cgroup_rules", "gpus"];
    private static readonly string[] HookKeys = ["post_start", "pre_stop"];

    public static RequestedContainer Read(ComposeFile file, LocatedMember service) => new(service.Name)
    {
        Privileged =
        [
            .. Switches(service.Value, "privileged"),
            .. Hooks(service.Value),
            .. Switches(service.Value["build"], "privileged"),
            .. Entitlements(service.Value),
        ],
        Namespaces =
        [
            .. NamespaceKeys.SelectMany(key => Texts(service.Value, key)),
            .. Texts(service.Value, "volumes_from"),
            .. file.HostNetworks(service),
            .. Texts(service.Value["build"], "network"),
        ],
        Capabilities = [.. Texts(service.Value, "cap_add")],
        SecurityOptions = [.. Texts(service.Value, "security_opt")],
        Devices =
        [
            .. DeviceKeys.SelectMany(key => Texts(service.Value, key)),
            .. Texts(service.Value["deploy"]?["resources"]?["reservations"], "devices"),
        ],
        EngineAccess = [.. Switches(service.Value, "use_api_socket"), .. Engines(file, service.Value["environment"])],
        Mounts = [.. file.Mounts(service.Value)],
        Ports = [.. (service.Value["ports"]?.Items ?? []).Select(Port)],
        HostCommands = [.. Texts(service.Value["provider"], "type")],
    };

    private static IEnumerable<Request> Engines(ComposeFile file, LocatedValue? environment) =>
    [
        .. from member in environment?.Members ?? []
           from engine in EngineAddress.Find(member.Name, ComposeText.Read(member.Value), member.Value.Line, file.ServiceNames)
           select engine,
        .. from item in environment?.Items ?? []
           let pair = ComposeText.Read(item).Split('=', 2)
           from engine in EngineAddress.Find(pair[0], pair.ElementAtOrDefault(1), item.Line, file.ServiceNames)
           select engine,
    ];

    private static IEnumerable<Request> Switches(LocatedValue? parent, string key) =>
        from member in parent?.Members ?? []
        where member.Name == key && ComposeText.IsOn(member.Value)
        select new Request(key, ComposeText.Read(member.Value), member.Value.Line);

    private static IEnumerable<Request> Hooks(LocatedValue service) =>
        HookKeys.SelectMany(key => service[key]?.Items ?? []).SelectMany(hook => Switches(hook, "privileged"));

    private static IEnumerable<Request> Entitlements(LocatedValue service) =>
        Texts(service["build"], "entitlements").Where(entitlement => entitlement.Value is "security.insecure" or "network.host");

    /// <summary>A single value, or each of a list; of a mapping the values of its members.</summary>
    private static IEnumerable<Request> Texts(LocatedValue? parent, string key) =>
        from item in parent?[key]?.OneOrMore() ?? []
        select new Request(key, item.Kind == JsonValueKind.Object ? Written(item) : ComposeText.Read(item), item.Line);

    private static string Written(LocatedValue mapping) =>
        string.Join(' ', mapping.Members.Select(member => $"{member.Name}={ComposeText.Read(member.Value)}"));

    /// <summary>The long syntax in the words of the short one.</summary>
    private static Request Port(LocatedValue port)
    {
        if (port.Kind != JsonValueKind.Object)
            return new Request("ports", ComposeText.Read(port), port.Line);
        var (host, published, target) = (ComposeText.Read(port["host_ip"]), ComposeText.Read(port["published"]), ComposeText.Read(port["target"]));
        var address = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;
        var written = $"{(address.Length > 0 ? address + ":" : "")}{published}:{target}";
        return new Request("ports", written, (port["published"] ?? port["target"] ?? port).Line);
    }
}
