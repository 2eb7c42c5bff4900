using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Opening the folder in an editor is enough to run it, outside of any container.</summary>
internal static class CS2010
{
    public static MisconfigurationRule Rule { get; } = MisconfigurationRule.EachContainer(
        "CS2010",
        (Severity.High,
            "A command runs on the host before the container starts.",
            "Remove it; onCreateCommand and postCreateCommand run inside."),
        container => container.HostCommands.Select(request => request.Hit));
}
