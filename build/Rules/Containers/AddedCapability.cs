using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Many capabilities are as good as root on the host.</summary>
internal static class AddedCapability
{
    /// <summary>What an engine gives to every container (Docker's documentation, "Runtime privilege and Linux capabilities").</summary>
    private static readonly string[] Default =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW", "SETFCAP", "SETGID", "SETPCAP",
        "SETUID", "SYS_CHROOT",
    ];

    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2006",
        Severity.High,
        "The container is given a capability that it does not have by default.",
        "Remove it, or make an exception that says why it is needed.")
    {
        Check = container => container.Capabilities.Where(request => !IsDefault(request.Value)).Select(request => request.Hit),
    };

    private static bool IsDefault(string name) =>
        Default.Contains(name.ToUpperInvariant() is ['C', 'A', 'P', '_', .. var plain] ? plain : name.ToUpperInvariant());
}
