using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>A device reaches past every namespace.</summary>
internal static class HostDevice
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2004",
        Severity.High,
        "The container is given a device of the host.",
        "Remove it, or make an exception that says why this device is needed.")
    {
        Check = container =>
        [
            .. container.Devices.Select(request => request.Hit),
            .. container.Mounts.Where(HostPath.IsDevice).Select(mount => new Hit(mount.Line, mount.Text)),
        ],
    };
}
