using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>The host's own files decide what runs on it.</summary>
internal static class CS2005
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2005",
        (Severity.High,
            "The container is given a folder of the host's system.",
            "Mount the folder of the project that is needed, or a named volume."),
        container => container.Mounts
            .Where(mount => HostPath.IsSystem(mount) && !HostPath.IsEngineSocket(mount))
            .Select(mount => new MisconfigurationHit(mount.Line, mount.Text)));
}
