using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>These names mean something to the builder.</summary>
internal static class ReservedStageName
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStage(
        nameof(ReservedStageName),
        "Choose another name for the stage: `context` and `scratch` are the builder's.",
        stage => stage.Alias is "context" or "scratch");
}
