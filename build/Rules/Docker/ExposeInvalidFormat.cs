using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Which address and port of the host are used is said when a container is run.</summary>
internal static class ExposeInvalidFormat
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(ExposeInvalidFormat),
        "EXPOSE the container's port alone, without address or port of the host.",
        build =>
            from step in build.Steps
            where step.Keyword == "EXPOSE"
            from word in step.Ports
            where ExposedPort.Parse(word) is { HasHostPart: true }
            select new Hit(step.Line) { Message = $"`{word}` names an address or port of the host; expose the container's port alone." });
}
