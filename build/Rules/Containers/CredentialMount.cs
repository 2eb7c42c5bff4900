using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Who is in the container has what the user may do at a cloud, a registry or a cluster; reading is enough.</summary>
/// <remarks>SSH keys are another rule's: they may be read.</remarks>
internal static class CredentialMount
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2011",
        Severity.High,
        "The container is given credentials of the user.",
        "Give it a key of its own that may do what is needed: a secret of compose, a token that ends, a role of the machine.")
    {
        Check = container => container.Mounts
            .Where(HostPath.IsCredential)
            .Select(mount => new Hit(mount.Line, mount.Text)),
    };
}
