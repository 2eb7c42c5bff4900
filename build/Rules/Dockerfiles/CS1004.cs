using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Each port is a way in; <c>allowed-ports</c> of hadolint.yaml names those that are meant. Off without it.</summary>
internal static class CS1004
{
    public static OwnRule Rule { get; } = new(
        "CS1004",
        LintLevel.Warning,
        "A port is exposed that `allowed-ports` does not name.",
        "Take it out of EXPOSE, or add it to `allowed-ports` of hadolint.yaml.")
    {
        OfDockerfile = file => file.Settings.AllowedPorts is not { } allowed ? [] :
            from step in file.Steps
            where step.Keyword == "EXPOSE"
            from port in step.Words
            where !IsAllowed(ExposedPort.Parse(port), allowed)
            select new LintHit(step.Line, port),
    };

    // A range, 8000-8010, is allowed when each of its ports is; what only a build knows is not.
    private static bool IsAllowed(ExposedPort? port, ImmutableSortedSet<int> allowed) =>
        port is { HasHostPart: false, Ports: var (first, last) } && Enumerable.Range(first, last - first + 1).All(allowed.Contains);
}
