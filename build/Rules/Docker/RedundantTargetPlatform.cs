using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>The target platform is what a stage is built for anyway.</summary>
internal static class RedundantTargetPlatform
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStage(
        nameof(RedundantTargetPlatform),
        "Leave --platform=$TARGETPLATFORM out: it is the default.",
        stage => stage.Platform is { Unknown.IsEmpty: true, Known: ["TARGETPLATFORM"], Text: PlatformArguments.AnyPlatform });
}
