using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Many capabilities are as good as root on the host.</summary>
internal static class AddedCapability
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2006",
        Severity.High,
        "The container is given a capability that it does not have by default.",
        "Remove it, or make an exception that says why it is needed.")
    {
        Check = container => container.Capabilities.Select(request => request.Hit),
    };
}
