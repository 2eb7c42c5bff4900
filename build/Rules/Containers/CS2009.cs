using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>With the keys' folder goes every machine that trusts them; with .devcontainer the next start of the container.</summary>
internal static class CS2009
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2009",
        (Severity.High,
            "SSH keys or .devcontainer can be written from inside the container.",
            "Mount them read-only: `readonly` in the string form, `:ro` or `read_only: true` in compose."),
        container => container.Mounts
            .Where(mount => !mount.IsReadOnly && HostPath.IsSensitive(mount))
            .Select(mount => new MisconfigurationHit(mount.Line, mount.Text)));
}
