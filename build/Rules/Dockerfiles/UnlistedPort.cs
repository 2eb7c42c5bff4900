using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Each port is a way in; <c>allowed-ports</c> of hadolint.yaml names those that are meant. Off without it.</summary>
internal static class UnlistedPort
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1004",
        Severity.Medium,
        "A port is exposed that `allowed-ports` does not name.",
        "Take it out of EXPOSE, or add it to `allowed-ports` of hadolint.yaml.")
    {
        Check = file => file.Settings.AllowedPorts is not { } allowed ? [] :
            from step in file.Steps
            where step.Keyword == "EXPOSE"
            from port in step.Words
            where !IsAllowed(ExposedPort.Parse(port), allowed)
            select new Hit(step.Line, port),
    };

    // A range, 8000-8010, is allowed when each of its ports is; what only a build knows is not.
    private static bool IsAllowed(ExposedPort? port, ImmutableSortedSet<int> allowed) =>
        port is { HasHostPart: false, Ports: var (first, last) } && Enumerable.Range(first, last - first + 1).All(allowed.Contains);
}
