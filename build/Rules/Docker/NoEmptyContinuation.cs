using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Empty lines inside an instruction will be refused one day.</summary>
internal static class NoEmptyContinuation
{
    public static DockerCheck Check { get; } = new(
        nameof(NoEmptyContinuation),
        "Take the empty line out of the instruction that ends here, or make it a comment.",
        build => build.Dockerfile.EmptyContinuations.Select(line => new LintHit(line)));
}
