using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>With the keys goes every machine that trusts them; with .devcontainer and what git runs, the host at the next start or commit.</summary>
internal static class WritableKeys
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2009",
        Severity.High,
        "SSH keys, .devcontainer, or hooks or settings of git can be written from inside the container.",
        "Mount them read-only: `readonly` in the string form, `:ro` or `read_only: true` in compose; beside compose, in its file.")
    {
        Check = container => container.Mounts
            .Where(mount => !mount.IsReadOnly && HostPath.IsSensitive(mount))
            .Select(mount => new Hit(mount.Line, mount.Text)),
    };
}
