using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Which address and port of the host are used is said when a container is run.</summary>
internal static class ExposeInvalidFormat
{
    public static DockerCheck Check { get; } = new(
        nameof(ExposeInvalidFormat),
        "EXPOSE the container's port alone, without address or port of the host.",
        build => ExposedPort.Of(build)
            .Where(found => found.Port.HasHostPart)
            .Select(found => new LintHit(found.Line, $"`{found.Port.Written}` names an address or port of the host; expose the container's port alone.")));
}
