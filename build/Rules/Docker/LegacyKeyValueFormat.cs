using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Without an equals sign one instruction can set one value only, and nobody sees where it ends.</summary>
internal static class LegacyKeyValueFormat
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStep(
        nameof(LegacyKeyValueFormat),
        "Write ENV and LABEL as `name=value`.",
        step => step.Instruction.IsOldForm);
}
