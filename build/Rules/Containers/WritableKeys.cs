using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>With the keys' folder goes every machine that trusts them; with .devcontainer the next start of the container.</summary>
internal static class WritableKeys
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2009",
        Severity.High,
        "SSH keys or .devcontainer can be written from inside the container.",
        "Mount them read-only: `readonly` in the string form, `:ro` or `read_only: true` in compose.")
    {
        Check = container => container.Mounts
            .Where(mount => !mount.IsReadOnly && HostPath.IsSensitive(mount))
            .Select(mount => new Hit(mount.Line, mount.Text)),
    };
}
