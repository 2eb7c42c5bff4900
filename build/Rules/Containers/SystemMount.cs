using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>The host's own files decide what runs on it.</summary>
internal static class SystemMount
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2005",
        Severity.High,
        "The container is given a folder of the host's system.",
        "Mount the folder of the project that is needed, or a named volume.")
    {
        Check = container => container.Mounts
            .Where(mount => HostPath.IsSystem(mount) && !HostPath.IsEngineSocket(mount))
            .Select(mount => new Hit(mount.Line, mount.Text)),
    };
}
