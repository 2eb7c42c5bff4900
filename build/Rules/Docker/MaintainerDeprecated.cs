using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>An author belongs into a label.</summary>
internal static class MaintainerDeprecated
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(MaintainerDeprecated),
        "MAINTAINER is deprecated; write `LABEL org.opencontainers.image.authors=…`.",
        build => build.Dockerfile.Instructions
            .Where(instruction => instruction.Keyword == "MAINTAINER")
            .Select(instruction => new Hit(instruction.Line))) with
    {
        CoveredBy = DL4000.Rule.Id,
    };
}
