using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>A variable that nothing sets is empty. Those of a base image from elsewhere are not known here.</summary>
internal static class UndefinedVar
{
    // Read by the builder itself.
    private static readonly string[] OfTheBuilder = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];

    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(UndefinedVar),
        "Set variables with ARG or ENV before they are used; what a base image sets is not known without it.",
        build =>
            from stage in build.Stages
            from step in stage.Steps
            from name in step.Unknown.Except(OfTheBuilder)
            select new Hit(step.Line) { Message = $"`${name}` is not set before{Unless(stage)}; set it with ARG or ENV." });

    private static string Unless(BuildStage stage)
    {
        while (stage.Base is { } basis)
            stage = basis;
        return stage.Image.Text is null or "scratch" ? "" : $", unless {stage.Image.Text} sets it";
    }
}
