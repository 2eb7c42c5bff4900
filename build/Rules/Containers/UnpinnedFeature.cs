using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>A feature is a script that runs as root in the build; under a tag it is another one tomorrow (devcontainers/spec, "Features").</summary>
internal static class UnpinnedFeature
{
    public static Rule<RequestedContainer> Rule { get; } = new(
        "CS2012",
        Severity.Medium,
        "A feature is taken by a name that can change.",
        "Write its digest (NAME@sha256:…), keep the devcontainer-lock.json that the tools write, or install what it installs in the Dockerfile.")
    {
        Check = container => container.Features.Where(feature => !IsFixed(feature.Value)).Select(request => request.Hit),
    };

    /// <summary>By its digest, or a folder of this repository.</summary>
    private static bool IsFixed(string name) =>
        name.Contains("@sha256:", StringComparison.Ordinal) || name.StartsWith("./", StringComparison.Ordinal)
            || name.StartsWith("../", StringComparison.Ordinal);
}
