using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Privileged mode switches off everything that separates a container from its host.</summary>
internal static class CS2001
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2001",
        (Severity.Critical,
            "The container runs in privileged mode.",
            "Remove it; give the one capability or device that is needed, with an exception that says why."),
        container => container.Privileged.Select(request => request.Hit));
}
