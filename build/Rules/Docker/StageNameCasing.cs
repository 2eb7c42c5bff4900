using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Builders compare names of stages in lower case.</summary>
internal static class StageNameCasing
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStage(
        nameof(StageNameCasing),
        "Write the stage's name in lower case.",
        stage => stage.Stage.Name is { } name && !LetterCase.IsLower(name));
}
