using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Base images for development let their user become root by sudo (devcontainers/features, common-utils); this switch forbids it.</summary>
internal static class RaisedRights
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2013",
        Severity.Low,
        "The user of the devcontainer may become root by sudo, where the image has it.",
        "Add \"securityOpt\": [\"no-new-privileges\"].")
    {
        Check = container => container.Users.Select(request => request.Hit),
    };
}
