using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Who can talk to the engine is root on the host.</summary>
internal static class EngineAccess
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2003",
        Severity.Critical,
        "The container can command the container engine of the host.",
        "Remove it; use a rootless engine inside, or a proxy that allows single calls.")
    {
        Check = container =>
        [
            .. container.EngineAccess.Select(request => request.Hit),
            .. container.Mounts.Where(HostPath.IsEngineSocket).Select(mount => new Hit(mount.Line, mount.Text)),
        ],
    };
}
