using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Formats.DevContainers;

/// <summary>Reads what a devcontainer.json, or a feature, asks of the engine, in its properties and in <c>runArgs</c>.</summary>
internal static class DevContainerRequests
{
    /// <summary>The first that is set is who works in the container.</summary>
    private static readonly string[] UserProperties = ["remoteUser", "containerUser"];

    public static RequestedContainer Read(DevContainer container)
    {
        var run = RunRequests.Read(null, container.RunOptions);
        var build = RunOptionParser.Parse(container["build"]?["options"]);
        return run with
        {
            Privileged =
            [
                .. run.Privileged,
                .. Asked(container, "privileged"),
                .. Features(container, "docker-in-docker"),
                .. build.Where(option => option.Name == "allow").Select(option => new Request("--allow", option.Value ?? "", option.Line)),
            ],
            Namespaces = [.. run.Namespaces, .. RunRequests.Read(null, build).Namespaces],
            Capabilities = [.. run.Capabilities, .. Items(container, "capAdd")],
            SecurityOptions = [.. run.SecurityOptions, .. Items(container, "securityOpt")],
            Devices = [.. run.Devices, .. Gpu(container)],
            EngineAccess =
            [
                .. run.EngineAccess,
                .. from variable in container.Environment
                   where variable.Source is "containerEnv" or "remoteEnv"
                   from engine in EngineAddress.Find(variable.Name, variable.Value, variable.Place.Line ?? 1, [])
                   select engine,
                .. Features(container, "docker-outside-of-docker"), .. Features(container, "docker-from-docker"),
            ],
            Mounts = container.Mounts,
            Ports = [.. run.Ports, .. Ports(container)],
            HostCommands = [.. Asked(container, "initializeCommand")],
            Features = [.. Features(container, "")],
            Users = [.. Users(container, [.. run.SecurityOptions, .. Items(container, "securityOpt")])],
        };
    }

    /// <summary>Of a devcontainer that starts its container itself and says who is not root; a compose file says what its services may.</summary>
    private static IEnumerable<Request> Users(DevContainer container, ImmutableArray<Request> security) =>
        !container.Path.EndsWith("devcontainer.json", StringComparison.OrdinalIgnoreCase) || container.Asks("dockerComposeFile")
            || security.Any(option => option.Value is "no-new-privileges" or "no-new-privileges:true" or "no-new-privileges=true")
            ? []
            : from property in UserProperties.Where(container.Asks).Take(1)
              let user = container[property]!
              where user.Text is not ("root" or "0")
              select new Request(property, user.Text ?? "", user.Line);

    private static IEnumerable<Request> Asked(DevContainer container, string property) =>
        container.Asks(property) ? [new Request(property, container[property]!.Text ?? "", container.PlaceOf(property).Line!.Value)] : [];

    /// <summary>The tools add <c>--gpus all</c>.</summary>
    private static IEnumerable<Request> Gpu(DevContainer container) =>
        container["hostRequirements"]?["gpu"] is { Kind: not (JsonValueKind.Null or JsonValueKind.False) } gpu
            ? [new Request("hostRequirements: gpu", gpu.Text ?? "", gpu.Line)]
            : [];

    private static IEnumerable<Request> Items(DevContainer container, string property) =>
        from item in container[property]?.OneOrMore() ?? []
        select new Request(property, item.Text ?? "", item.Line);

    private static IEnumerable<Request> Features(DevContainer container, string name) =>
        from feature in container["features"]?.Members ?? []
        where feature.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
        select new Request("features", feature.Name, feature.Line);

    /// <summary>A number is published on loopback by the tools; a text is given to the engine as it is.</summary>
    private static IEnumerable<Request> Ports(DevContainer container) =>
        from port in container["appPort"]?.OneOrMore() ?? []
        where port.Kind == JsonValueKind.String
        select new Request("appPort", port.Text!, port.Line);
}
