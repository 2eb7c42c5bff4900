using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Many capabilities are as good as root on the host.</summary>
internal static class CS2006
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2006",
        (Severity.High,
            "The container is given a capability that it does not have by default.",
            "Remove it, or make an exception that says why it is needed."),
        container => container.Capabilities.Select(request => request.Hit));
}
