using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Containers;

/// <summary>What options of <c>docker run</c> ask for.</summary>
internal static class RunRequests
{
    private static readonly string[] Namespaces = ["network", "net", "pid", "ipc", "uts", "userns", "cgroupns"];
    private static readonly string[] Devices = ["device", "device-cgroup-rule", "gpus"];

    public static RequestedContainer Read(string? name, ImmutableArray<RunOption> options) => new(name)
    {
        Privileged = [.. Switched(options, "privileged")],
        Namespaces =
        [
            .. Named(options, Namespaces),
            .. options.Where(option => option.Name == "volumes-from")
                .Select(option => new Request("--volumes-from", $"container:{option.Value}", option.Line)),
        ],
        Capabilities = [.. Named(options, "cap-add")],
        SecurityOptions = [.. Named(options, "security-opt")],
        Devices = [.. Named(options, Devices)],
        EngineAccess =
        [
            .. Switched(options, "use-api-socket"),
            .. from option in options
               where option is { Name: "env", Value: not null }
               let pair = option.Value!.Split('=', 2)
               from engine in EngineAddress.Find(pair[0], pair.ElementAtOrDefault(1), option.Line, [])
               select engine,
        ],
        Mounts = [.. MountParser.ParseRunOptions(options)],
        Ports = [.. Named(options, "publish"), .. Switched(options, "publish-all")],
    };

    private static IEnumerable<Request> Named(ImmutableArray<RunOption> options, params string[] names) =>
        options.Where(option => names.Contains(option.Name)).Select(Written);

    private static IEnumerable<Request> Switched(ImmutableArray<RunOption> options, string name) =>
        options.Where(option => option.Name == name && option.IsOn).Select(Written);

    private static Request Written(RunOption option) => new("--" + option.Name, option.Value ?? "", option.Line);
}
