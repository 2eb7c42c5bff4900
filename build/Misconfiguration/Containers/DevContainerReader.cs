using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.DevContainers;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Misconfiguration.Containers;

/// <summary>Reads what a devcontainer.json asks of the engine, in its properties and in <c>runArgs</c>.</summary>
internal static class DevContainerReader
{
    private static readonly string[] Namespaces = ["network", "net", "pid", "ipc", "uts", "userns", "cgroupns"];
    private static readonly string[] Devices = ["device", "device-cgroup-rule", "gpus"];

    public static JudgedFile Read(string path, string text)
    {
        var container = DevContainerParser.Parse(path, text);
        return new JudgedFile(path)
        {
            Containers = [Container(container)],
            ComposeFiles =
            [
                .. from file in container["dockerComposeFile"]?.OneOrMore() ?? []
                   where file.Text is not null
                   select new NamedFile(RepositoryPath.Join(RepositoryPath.FolderOf(path), file.Text!), file.Line),
            ],
        };
    }

    private static RequestedContainer Container(DevContainer container) => new((string?)null)
    {
        Privileged =
        [
            .. container.Asks("privileged") ? [new Request("privileged", "true", container.PlaceOf("privileged").Line!.Value)] : ImmutableArray<Request>.Empty,
            .. Options(container, "privileged").Where(option => option.Value is not ("false" or "0")),
            .. Features(container, "docker-in-docker"),
        ],
        Namespaces = [.. Options(container, Namespaces)],
        Capabilities = [.. Items(container, "capAdd"), .. Options(container, "cap-add")],
        SecurityOptions = [.. Items(container, "securityOpt"), .. Options(container, "security-opt")],
        Devices = [.. Options(container, Devices)],
        EngineAccess = [.. Features(container, "docker-outside-of-docker"), .. Features(container, "docker-from-docker")],
        Mounts = container.Mounts,
        Ports = [.. Ports(container), .. Options(container, "publish"), .. Options(container, "publish-all").Where(option => option.Value is not "false")],
        HostCommands = container.Asks("initializeCommand")
            ? [new Request("initializeCommand", "", container.PlaceOf("initializeCommand").Line!.Value)]
            : [],
    };

    private static IEnumerable<Request> Options(DevContainer container, params string[] names) =>
        from option in container.RunOptions
        where names.Contains(option.Name)
        select new Request("--" + option.Name, option.Value ?? "", option.Line);

    private static IEnumerable<Request> Items(DevContainer container, string property) =>
        from item in container[property]?.OneOrMore() ?? []
        select new Request(property, item.Text ?? "", item.Line);

    private static IEnumerable<Request> Features(DevContainer container, string name) =>
        from feature in container["features"]?.Members ?? []
        where feature.Name.Contains(name, StringComparison.Ordinal)
        select new Request("features", feature.Name, feature.Line);

    /// <summary>A number is published on loopback by the tools; a text is given to the engine as it is.</summary>
    private static IEnumerable<Request> Ports(DevContainer container) =>
        from port in container["appPort"]?.OneOrMore() ?? []
        where port.Kind == JsonValueKind.String
        select new Request("appPort", port.Text!, port.Line);
}
