using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>The shell form hides signals from the program; who sets SHELL means it.</summary>
internal static class JSONArgsRecommended
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(JSONArgsRecommended),
        "Write CMD and ENTRYPOINT in JSON form, so that the program gets signals.",
        build => build.Stages.SelectMany(InShellForm)) with
    {
        CoveredBy = DL3025.Rule.Id,
    };

    private static IEnumerable<Hit> InShellForm(BuildStage stage) => stage.Inherits("SHELL")
        ? []
        : stage.Steps
            .TakeWhile(step => step.Keyword != "SHELL")
            .Where(step => step.Keyword is "CMD" or "ENTRYPOINT" && step.IsShellForm)
            .Select(step => new Hit(step.Line));
}
