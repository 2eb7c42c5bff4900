using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Empty lines inside an instruction will be refused one day.</summary>
internal static class NoEmptyContinuation
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(NoEmptyContinuation),
        "Take the empty line out of the instruction that ends here, or make it a comment.",
        build => build.Dockerfile.EmptyContinuations.Select(line => new Hit(line)));
}
