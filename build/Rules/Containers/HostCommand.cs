using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Opening the folder in an editor is enough to run it, outside of any container.</summary>
internal static class HostCommand
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2010",
        Severity.High,
        "A command runs on the host before the container starts.",
        "Remove it; onCreateCommand and postCreateCommand run inside.")
    {
        Check = container => container.HostCommands.Select(request => request.Hit),
    };
}
