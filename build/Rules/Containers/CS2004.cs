using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>A device reaches past every namespace.</summary>
internal static class CS2004
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2004",
        (Severity.High,
            "The container is given a device of the host.",
            "Remove it, or make an exception that says why this device is needed."),
        container =>
        [
            .. container.Devices.Select(request => request.Hit),
            .. container.Mounts.Where(HostPath.IsDevice).Select(mount => new MisconfigurationHit(mount.Line, mount.Text)),
        ]);
}
