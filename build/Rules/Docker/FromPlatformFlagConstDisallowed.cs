using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>A fixed platform makes an image for one machine, unless the stage's name says that this is meant.</summary>
internal static class FromPlatformFlagConstDisallowed
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStage(
        nameof(FromPlatformFlagConstDisallowed),
        "Leave --platform out, use a variable, or name the stage after the platform.",
        stage => stage.Platform is { Known.IsEmpty: true, Unknown.IsEmpty: true, Text: { } text }
            && TargetPlatform.Parse(text) is { } platform
            && !stage.Alias.Contains(platform.System, StringComparison.Ordinal)
            && !stage.Alias.Contains(platform.Architecture, StringComparison.Ordinal));
}
