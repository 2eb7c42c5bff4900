using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.Compose;

/// <summary>A compose file (Compose specification), with the parts that services refer to by name.</summary>
/// <param name="path">Relative to the repository root with <c>/</c>.</param>
internal sealed class ComposeFile(string path, LocatedValue? root)
{
    /// <exception cref="InputException">Not a compose file.</exception>
    public static ComposeFile Parse(string path, string text, ComposeVariables variables)
    {
        var root = LocatedYaml.Parse(path, text);
        return root is null or { Kind: JsonValueKind.Object }
            ? new ComposeFile(path, root is null ? null : variables.Fill(root))
            : throw InputException.At(path, root.Line, "a compose file is a mapping of services and more.");
    }

    public IEnumerable<RequestedContainer> Containers => Services.Select(service => ServiceReader.Read(this, service));

    /// <summary>What its services and their health checks and hooks run.</summary>
    public IEnumerable<Script> Scripts => Services.SelectMany(service => ServiceCommands.Read(path, service));

    public IEnumerable<DockerfileReference> Dockerfiles => Services.SelectMany(service => ServiceBuild.References(path, service.Value)).Distinct();

    public IEnumerable<InlineDockerfile> InlineDockerfiles => Services.SelectMany(service => ServiceBuild.Inline(path, service.Value)).Distinct();

    /// <summary>By these names services reach each other.</summary>
    public IEnumerable<string> ServiceNames => Services.SelectMany(
        service => new[] { service.Name, ComposeText.Read(service.Value["container_name"]), ComposeText.Read(service.Value["hostname"]) });

    private IEnumerable<LocatedMember> Services => root?["services"]?.Members ?? [];

    /// <summary>Files that <c>extends</c> and <c>include</c> name: what a service takes from there is judged there.</summary>
    public IEnumerable<FileReference> OtherFiles() =>
    [
        .. from service in Services
           where service.Value["extends"]?["file"] is { Text: not null }
           select Named(service.Value["extends"]!["file"]!),
        .. from item in root?["include"]?.OneOrMore() ?? []
           from file in (item.Kind == JsonValueKind.Object ? item["path"]?.OneOrMore() ?? [] : [item])
           select Named(file) with { EnvironmentFiles = [.. (item["env_file"]?.OneOrMore() ?? []).Select(Beside)] },
    ];

    /// <summary><c>networks: [outside]</c>, where <c>outside</c> is the host's network; a service that names none is in <c>default</c>.</summary>
    public IEnumerable<Request> HostNetworks(LocatedMember service)
    {
        var networks = service.Value["networks"];
        var used = networks?.Kind switch
        {
            JsonValueKind.Object => networks.Members.Select(member => (member.Name, member.Line)),
            JsonValueKind.Array => networks.Items.Select(item => (Name: ComposeText.Read(item), item.Line)),
            _ => [(Name: "default", service.Line)],
        };
        return from network in used
               let definition = root?["networks"]?[network.Name]
               where ComposeText.Read(definition?["name"]) == "host" || ComposeText.Read(definition?["driver"]) == "host"
                   || ComposeText.Read(definition?["external"]?["name"]) == "host"
               select new Request("networks", "host", network.Line);
    }

    public IEnumerable<ContainerMount> Mounts(LocatedValue service) =>
    [
        .. (service["volumes"]?.Items ?? []).Select(Mount),
        .. HandedFiles(service, "configs"),
        .. HandedFiles(service, "secrets"),
    ];

    /// <summary>An item of <c>volumes</c>; a named volume may be a folder of the host too (<c>driver_opts: {o: bind, device: …}</c>).</summary>
    private ContainerMount Mount(LocatedValue item)
    {
        var mount = item.Kind == JsonValueKind.Object ? Long(item) : MountParser.ParseVolume(ComposeText.Read(item), item.Line);
        var device = mount.Source is { } name ? ComposeText.Read(root?["volumes"]?[name]?["driver_opts"]?["device"]) : "";
        return device.Length > 0 ? Bind(mount, device) with { Text = $"{mount.Text} ({device})" }
            : mount.Source is { } source && (mount.IsBind || IsPath(source)) ? Bind(mount, source)
            : mount;
    }

    private static ContainerMount Long(LocatedValue item)
    {
        var (type, source, target) = (ComposeText.Read(item["type"]), ComposeText.Read(item["source"]), ComposeText.Read(item["target"]));
        return new ContainerMount(type, source, target, ComposeText.IsOn(item["read_only"]), $"{source}:{target}", item.Line);
    }

    /// <summary>Files of <c>configs</c> and <c>secrets</c> are mounted like any other, a socket too.</summary>
    private IEnumerable<ContainerMount> HandedFiles(LocatedValue service, string key) =>
        from item in service[key]?.Items ?? []
        let name = ComposeText.Read(item.Kind == JsonValueKind.Object ? item["source"] : item)
        let file = ComposeText.Read(root?[key]?[name]?["file"])
        where file.Length > 0
        select Bind(new ContainerMount("bind", file, "", true, $"{key}: {name} ({file})", item.Line), file);

    /// <summary>A relative source counts from the file's folder, and is written from the root of the repository.</summary>
    private ContainerMount Bind(ContainerMount mount, string source) => mount with
    {
        Type = "bind",
        Source = source is ['.', ..] ? $"./{RepositoryPath.Beside(path, source)}" : source,
    };

    private static bool IsPath(string source) => source is ['/' or '.' or '~' or '$' or '\\', ..];

    private FileReference Named(LocatedValue file) => new(Beside(file), file.Line);

    private string Beside(LocatedValue file) => RepositoryPath.Beside(path, ComposeText.Read(file));
}
