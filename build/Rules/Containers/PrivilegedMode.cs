using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Privileged mode switches off everything that separates a container from its host.</summary>
internal static class PrivilegedMode
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2001",
        Severity.Critical,
        "The container runs in privileged mode.",
        "Remove it; give the one capability or device that is needed, with an exception that says why.")
    {
        Check = container => container.Privileged.Select(request => request.Hit),
    };
}
