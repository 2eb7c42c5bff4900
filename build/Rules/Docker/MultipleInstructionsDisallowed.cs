using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Of these instructions only the last of a stage counts; Docker reports those that do not.</summary>
internal static class MultipleInstructionsDisallowed
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(MultipleInstructionsDisallowed),
        "Keep only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage: the others have no effect.",
        build => build.Stages.SelectMany(stage => stage.Steps
            .Where(step => step.Keyword is "CMD" or "ENTRYPOINT" or "HEALTHCHECK")
            .GroupBy(step => step.Keyword)
            .SelectMany(same => same.SkipLast(1))
            .Select(step => new Hit(step.Line) { Message = $"A later {step.Keyword} of this stage replaces this one; remove it." })));
}
