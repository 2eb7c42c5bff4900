using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>An author belongs into a label.</summary>
internal static class MaintainerDeprecated
{
    public static DockerCheck Check { get; } = new(
        nameof(MaintainerDeprecated),
        "MAINTAINER is deprecated; write `LABEL org.opencontainers.image.authors=…`.",
        build => build.Dockerfile.Instructions.Where(instruction => instruction.Keyword == "MAINTAINER").Select(instruction => new LintHit(instruction.Line)))
    {
        Twin = DL4000.Rule,
    };
}
